# Every function that JavaScript may call; bridge.h says what each does.
set(SIGNROUTE_EXPORTS
  _malloc
  _free
  _sr_start
  _sr_context_restored
  _sr_input
  _sr_report
  _sr_frame
)
set(SIGNROUTE_ANSWER_EXPORTS
  _malloc
  _free
  _sr_feed
  _sr_answer
)
