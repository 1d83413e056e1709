# Nabory: zgłaszanie, ocena, wybór.

calls-title = Nabory
