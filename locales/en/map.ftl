# The report of an opinion map.

map-title = Opinion map
map-skip = To the map
map-contents = Contents
map-figures = The conversation in figures
map-people-count = { $count ->
    [one] { $written } person
   *[other] { $written } people
}
map-count-people = People
map-count-grouped = Of them with votes enough to be grouped
map-count-statements = Statements
map-count-votes = Votes
map-count-groups = Groups
map-count-completion = How well votes are foretold
map-completion = Of two votes that were held out, an agree and a disagree, the map tells rightly which is the agree in { $share } of cases. Chance alone would give half. Votes held out: { $votes }. When this figure stops growing from one map to the next, more votes hardly change the map.
map-completion-none = There are too few votes to say how complete the map is.
map-completion-compat = Polis' rules have no figure for how complete a map is.
map-straight = { $count ->
    [one] { $written } person gave one and the same answer to everything. They are on the map, and found no group.
   *[other] { $written } people gave one and the same answer to everything. They are on the map, and found no group.
}
map-straight-none = Nobody gave one and the same answer to everything.
map-no-groups = There are no groups: too few people, too few votes, or everybody is about of one mind.
map-hidden = { $count ->
    [one] { $count } group of fewer than { $least } people is not shown, nor are its shares.
   *[other] { $count } groups of fewer than { $least } people are not shown, nor are their shares.
}

map-picture = The map
map-picture-alone = Opinion map: { $people }, no groups
map-picture-title = { $groups ->
    [one] Opinion map: { $people } in { $groups } group
   *[other] Opinion map: { $people } in { $groups } groups
}
map-picture-about = The closer two marks are, the more alike those people voted.
map-picture-group = Group { $letter }: { $people }, drawn as { $shape }.
map-circles = circles
map-triangles = triangles
map-squares = squares
map-diamonds = diamonds
map-wedges = triangles that stand on their tip
map-stars = four-pointed stars
map-caption = One mark is one person. The closer two marks are, the more alike those people voted. The axes have no names: only distance means anything.
map-caption-some = One mark is one person, and of every { $nth } people one is drawn. The closer two marks are, the more alike those people voted. The axes have no names: only distance means anything.
map-key = Marks
map-no-group = in no group

map-groups = Groups
map-group = Group { $letter }
map-group-table = What distinguishes group { $letter } from the others
map-group-nothing = Nothing that enough of the group voted on distinguishes it.
map-statement = Statement
map-number = No.
map-side = The group
map-agrees = agrees
map-disagrees = disagrees
map-in-group = In the group
map-others = Everybody else
map-statement-number = statement { $id }

map-shares-about = After each share: its 90% interval, and the number of votes that it is of. Passes count as votes.
map-common = What is common
map-agreed = What everybody together agrees with
map-disagreed = What everybody together disagrees with
map-agreed-share = Agree
map-disagreed-share = Disagree
map-none = There is no such statement.
map-across = What all groups agree with
map-across-about = More than half of every group agrees. The number is the agreement across groups, from 0 to 1: their geometric mean, so one group that disagrees sinks a statement, however large the others are.
map-across-about-compat = More than half of every group agrees. The number is the agreement across groups, from 0 to 1, by Polis' rules: their product, which is smaller the more groups there are.
map-across-score = Across groups
map-divides = What divides
map-divides-table = What the groups differ on most
map-divides-about = The number is the spread of the mean vote between groups: 0 if all groups vote alike, 1 if one half is wholly for and the other against. Only statements on which every group cast at least 5 votes are here.
map-divides-score = Spread
map-bridges = What bridges
map-bridges-table = What is agreed with across standpoints
map-bridges-about = The number says how much is agreed with a statement once everybody's standpoint is allowed for: 1 wholly, 0 as often as not, −1 not at all; after it, its standard deviation. It needs no groups, and is a second opinion on what unites. The order is by the lower end.
map-bridges-score = Beyond standpoints
map-agreeing = Agree, by group
map-none-to-all = from 0 to 100%
map-all = All statements
map-all-table = Every statement with at least one vote
map-all-about = In groups: the share that agrees. Statements that were moderated out, or ask about the person and not about the matter, move nobody and are marked “out”.
map-out = out
map-votes = Votes
map-agree = Agree
map-disagree = Disagree
map-pass = Pass
map-how = How it is counted
map-how-standard = Groups are not given beforehand; they come from the votes alone. A model of the votes that were cast (a person's and a statement's mean, and two directions in which opinions differ) gives each person a place that does not depend on how much they voted. People with like places make a group; how many groups there are is what fits best, unless it was fixed.
map-how-compat = This map follows Polis' rules to the letter, so that a published map can be checked: missing votes are taken for the statement's mean, two principal components, clusters of people, and the number of groups that fits best, unless it was fixed.
map-how-private = Nobody's votes are shown. No group of fewer than { $least } people is shown.
map-how-intervals = Intervals are Wilson's score intervals at 90%: of a hundred such intervals about ten miss.
map-how-again = The same votes give the same map, on every machine. The data behind the report are in the map's JSON, schema version { $schema }.
