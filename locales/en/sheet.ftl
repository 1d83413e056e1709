# The page of a timetable.

sheet-title = Timetable
sheet-skip = To the timetable
sheet-figures = The timetable in figures
sheet-time = Time
sheet-sessions = Sessions
sheet-submissions = Submissions
sheet-hard = Breaches of hard rules
sheet-soft = Cost by the other rules
sheet-objective = Objective
sheet-missed = Favourites that people miss
sheet-distance = People of events without a place
sheet-all = All sessions
sheet-day = Day { $number }
sheet-wrong = breaks a hard rule
sheet-unplaced = Without a place
sheet-costs = What it costs
sheet-costs-none = No rule is broken.
sheet-rule = Rule
sheet-times = How often it is broken
sheet-cost = Cost
sheet-must-not = must not be
sheet-last-slot = Events in the last slot of a day, for each person
sheet-in-a-row = Third and further events in a row, for each person
sheet-single = Days with a single event, for each person
