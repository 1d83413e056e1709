# Calls: submitting, reviewing, choosing.

calls-title = Calls
