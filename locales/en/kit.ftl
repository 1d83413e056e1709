# The frame of every page: menus, footer, failures.

home-link = Wiec – { $congress }, front page
skip-to-content = Skip to content
main-menu = Main menu
menu = Menu
shortcuts = Shortcuts
footer-menu = Footer
other-language = Wersja polska
other-language-short = PL
change-theme = Change theme: light or dark
mine-title = My programme
mine-added = Added to my programme
mine-removed = Removed from my programme
mine-queued = Kept on this device, waiting for a connection
dock-now = Now
dock-mine = Mine
whole-programme = Whole programme
offline-note = No connection. As of:

footer-about = Wiec is free software for public assemblies, and one open register of what was said at them.
footer-json = Open data (JSON)
footer-xml = Programme for apps (XML)
footer-csv = Programme as a table (CSV)
footer-ics = Calendar (ICS)
footer-feed = Feed of changes (Atom)

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

error-number = Error { $status }
error-home = Go to the front page
error-not-found = There is no such page
error-not-found-advice = The address may be incomplete, or the session has not been announced yet. Nothing is lost: the programme, sessions and people are where they were.
error-nothing-released = The programme has not been released yet
error-nothing-released-advice = This installation works, but no congress has a released programme yet. It will appear here as soon as it is released.
error-invalid = This cannot be saved
error-invalid-advice = The form names something that is not in the programme. Nothing was changed. Go back to the programme and try again.
error-foreign = The request came from another site
error-foreign-advice = For safety, only what is sent from this site is saved. Nothing was changed. Open the page here and try again.
error-method = This page cannot be used like that
error-method-advice = This address does not take such a request. Nothing was changed.
error-too-many = Too many requests at once
error-too-many-advice = Very many changes came from this address in a short time. What was saved before is kept. Try again in a few seconds.
error-overloaded = The site is overloaded for a moment
error-overloaded-advice = Everything saved is kept. Reload the page in a few seconds.
error-timed-out = That took too long
error-timed-out-advice = It is not known whether your last change arrived. Reload the page and look; doing it again doubles nothing.
error-internal = Something broke on our side
error-internal-advice = The failure is noted in the log of the site. What was saved is safe. Try again in a moment.
