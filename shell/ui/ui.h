// The whole kit, for views.
#pragma once

#include "shell/ui/answer_choices.h"
#include "shell/ui/bars.h"
#include "shell/ui/buttons.h"
#include "shell/ui/choices.h"
#include "shell/ui/fields.h"
#include "shell/ui/kit.h"
#include "shell/ui/layout.h"
#include "shell/ui/lists.h"
#include "shell/ui/month_calendar.h"
#include "shell/ui/route_picture.h"
#include "shell/ui/surfaces.h"
#include "shell/ui/text.h"
#include "shell/ui/theme.h"
