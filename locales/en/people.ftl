# People: signing in, my congress, keys, data. And the letters that tell of them.

people-sign-in = Sign in
people-sign-in-lead = No password: by letter, by passkey, or with an account you already have.
people-by-mail = By letter
people-by-mail-how = A letter comes with a link and a six-digit code. They work for a quarter of an hour.
people-by-mail-to = A letter with a link and a code goes to
people-email = E-mail address
people-send-letter = Send the letter
people-by-passkey = By passkey
people-by-passkey-how = With a finger, a face, a PIN or a USB key that was added to the account before.
people-use-passkey = Sign in with a passkey
people-make-passkey = Make a passkey and come in
people-passkey-script = A passkey needs a browser with its script switched on that knows passkeys.
people-passkey-failed = The passkey was not accepted. Nothing was changed. Try again, or sign in by letter.
people-passkey-refused = It was stopped before the passkey answered. Nothing was changed.
people-no-name = Passkeys do not work at this address: they are bound to a site's name, and this address is a number.
people-not-encrypted = Passkeys do not work at this address: browsers ask for an encrypted connection (https).
people-by-provider = Sign in with { $name }
people-by-provider-how = With an account at { $name }. We learn who signed in there and their confirmed address, and nothing else.
people-provider-failed = The provider did not say who it is
people-provider-failed-what = Nothing was changed. Try again, or choose another way in.
people-departure = On to { $name }
people-departure-how = { $name } comes next. Once you have signed in there, you come back here.
people-departure-go = Go to { $name }
people-over = This link or code works no more
people-over-what = Each works once and for a quarter of an hour; after five mistakes a code is over. Nothing is lost: send a new letter.
people-first-time = First time here
people-first-time-how = The account is made when you first sign in. An e-mail address is enough; a name can come later, or never.
people-without-mail = Come in without an e-mail address
people-without-mail-how = An account with a passkey and nothing else. Without an address no letters come, and a lost passkey cannot be replaced.
people-code-title = Type the code from the letter
people-code-sent = The letter goes to
people-code = Code from the letter
people-code-hint = Six digits. You can also open the letter's link, in any browser.
people-code-six = The code has six digits.
people-code-wrong = { $left ->
    [one] That is not the code. One attempt is left.
   *[other] That is not the code. { $left } attempts are left.
}
people-confirm = Confirm
people-code-none = Letters usually take less than a minute; some end up in spam.
people-code-again = Correct the address, or send another
people-link-title = Signing in by letter
people-link-as = Coming in as
people-link-why = The button is there so that a person comes in, and not a program that checks links in mail.

people-account = My congress
people-menu-congress = Congress
people-menu-details = Me
people-menu-keys = Ways in
people-menu-data = My data
people-signed-in-as = { $who }
people-signed-in-by-passkey = An account with a passkey and nothing else
people-sign-out = Sign out
people-my-programme = Open
people-marks = { $count ->
    [0] Nothing is marked yet. The star beside a session adds it here, on every device.
    [one] { $count } marked session.
   *[other] { $count } marked sessions.
}
people-appearances = My appearances
people-appearances-lead = The organisers wait for an answer about each.
people-confirmed = Confirmed
people-declined = Declined by me
people-unanswered = No answer yet
people-confirm-appearance = Confirm: { $title }
people-cannot = I cannot
people-cannot-why = Why
people-decline = Decline
people-decline-appearance = Decline: { $title }
people-registration = Registration
people-registration-lead = Not registered for this congress.
people-registration-submitted = Received, waiting for a decision.
people-registration-confirmed = A place is confirmed.
people-registration-waitlisted = On the waiting list.
people-registration-declined = Declined.
people-registration-withdrawn = Withdrawn.
people-registration-checked-in = Checked in.
people-registration-go = My registration
people-roles = My roles
people-roles-none = No special role. Everything public is open to you as it is to everybody.
people-everywhere = all congresses
people-to-office = Office
people-needs-passkey = Only a passkey opens the office
people-needs-passkey-how = The organisers ask the staff for a passkey. Add one under “Ways in”, sign out, and sign in with it.
people-shut = This account has a passkey. Sign out and in again with it to change the ways in.

people-name = Name
people-name-hint = As on the ticket and in letters. It may stay empty.
people-salutation = How to address you
people-salutation-hint = In your own words: Councillor, Mr Kowal, Zosia.
people-lang = Language of letters
people-look = How pages look
people-look-hint = Kept with the account, and in every browser that it is open in.
people-look-text = Larger letters
people-look-contrast = Stronger contrast
people-look-still = Nothing that moves
people-email-none = No address: no letters come.
people-new-email = New e-mail address
people-new-email-hint = A code goes to the new address; the old one is told of the change.
people-send-code = Send the code
people-address-over = This code works no more. Send a new one.
people-address-taken = This address opens another account already. Sign in with it there, or give another one.

people-keys-lead = By which ways this account is opened, and where it is open now.
people-passkeys = Passkeys
people-passkeys-lead = The safest way in: it can be neither overheard nor tricked out of you.
people-passkey-name = Name of the passkey
people-passkey-name-hint = To know it by in the list: phone, key in the drawer.
people-add-passkey = Add a passkey
people-passkey-added = Added: { $when }.
people-passkey-used = Used: { $when }.
people-remove = Remove
people-remove-passkey = Remove the passkey “{ $name }”
people-provider-added = The account at { $name } opens this account.
people-add-provider = Add { $name }
people-remove-provider = Remove { $name }
people-last-way = This way in cannot be removed
people-last-way-why = It is the last one, or it is gone already. Add another first.
people-logins = Open browsers
people-logins-lead = End those that you do not know.
people-this-browser = This browser
people-login-since = Since: { $when }.
people-login-seen = Last seen: { $when }.
people-end = End
people-end-login = End: { $device }
people-end-others = End all others
people-means-mail = By letter
people-means-passkey = By passkey
people-means-provider = By the provider
people-means-demo = By a button of the sample

people-consents = What I agreed to
people-consents-none = Nothing yet: consents are listed here after registering, each in the wording that was accepted.
people-consent-version = Version { $version }.
people-consent-given = Given: { $when }.
people-consent-withdrawn = Taken back: { $when }.
people-consent-needed = Needed to take part: taking it back is withdrawing the registration.
people-consent-withdraw = Take back
people-consent-withdraw-what = Take back: { $words }
people-file = My data as a file
people-file-what = Everything that is kept about this account, table by table, to be read by people and programs (JSON).
people-file-go = Download the file
people-erase = Erase my account
people-erase-goes = Goes at once
people-erase-goes-account = address, name and settings
people-erase-goes-keys = passkeys, logins and roles
people-erase-goes-registration = registration and ticket; the place goes to the next person
people-erase-goes-marks = my programme and its calendar
people-erase-stays = Stays, and why
people-erase-stays-history = Entries of what was done to a congress, with the key of an empty account instead of a person: the congress has to account for it.
people-erase-stays-figures = Figures in the report to the funder, without people.
people-erase-stays-programme = An appearance in the released programme: ask the organisers to change it.
people-erase-label = Confirmation
people-erase-type = Type the word: { $word }
people-erase-word = erase
people-erase-go = Erase the account at { $site }

people-letter-sign-in-subject = Signing in to { $site }
people-letter-sign-in =
    Hello,

    somebody, probably you, wants to sign in to { $site }.

    The code for the browser in which the address was given: **{ $code }**

    Or the link, which works in any browser:

    { $link }

    Code and link work once, for 15 minutes. If it was not you, there is nothing to do: without this letter nobody gets in.
people-letter-address-subject = New address for { $site }
people-letter-address =
    Hello,

    somebody gave this address as their new one at { $site }.

    The code that confirms it: **{ $code }**

    It works once, for 15 minutes. If it was not you, there is nothing to do.
people-letter-login-subject = New sign-in to { $site }
people-letter-login =
    Hello,

    a new browser signed in to your account at { $site }: { $device }, { $when }.

    If it was you, there is nothing to do. If not, you can end the login here:

    { $keys }
people-letter-passkey-subject = New passkey at { $site }
people-letter-passkey =
    Hello,

    a passkey was added to your account at { $site }: { $device }, { $when }. Whoever has it can sign in to the account.

    If it was you, there is nothing to do. If not, you can remove the passkey here:

    { $keys }
people-letter-moved-subject = Address changed at { $site }
people-letter-moved =
    Hello,

    the address of your account at { $site } was changed ({ $when }). Letters go to the new one from now on.

    If it was not you, please answer this letter at once.
people-letter-erased-subject = Account at { $site } erased
people-letter-erased =
    Hello,

    the account at { $site } that had this address was erased ({ $when }). This is the last letter.
