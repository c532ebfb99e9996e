// The whole kit, for views.
#pragma once

#include "shell/ui/buttons.h"
#include "shell/ui/kit.h"
#include "shell/ui/layout.h"
#include "shell/ui/text.h"
#include "shell/ui/theme.h"
