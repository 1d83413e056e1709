# The organisers' office: its parts, the desk, roles, history.

office-title = Office
office-menu = Office
office-mine = Account and appearance
office-all = Office, all congresses
office-public = See the congress' site
office-theme = Theme
office-sign-out = Sign out
account-title = My congress

office-desk = Desk
office-schedule = Schedule
office-sessions = Sessions
office-people = People
office-rooms = Rooms
office-release = Release
office-registrations = Registrations
office-check-in = Check-in
office-mail = Mail
office-roles = Roles
office-history = History
office-notices = Notices
office-settings = Settings
