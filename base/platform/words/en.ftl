# Refusals and failures. Each says what happened and what to do next.
sign-in-title = Sign in to go on
sign-in-next = This part of Tributary is only for people who have signed in.
sign-in-link = Sign in
sign-in-kept = Your sitting had ended. What you typed is kept for you, and will be there when you have signed in.
not-allowed-title = You cannot do this
not-allowed-next = Ask whoever coordinates your team, if you think you should be able to.
signed-out-title = You were signed out
signed-out-next = Nothing is saved yet.
sign-in-new-tab = Sign in (opens in a new tab)
sign-in-come-back = Come back here and press Save again.
save-again = Save again
not-found-title = Page not found
not-found-next = It may have moved, or it may not be yours to see. Check the address, or start again from your first page.
conflict-title = Something changed meanwhile
conflict-next = Go back, look again, and choose what to do.
other-body-title = This was sent before, with other words
other-body-next = Open the form again and send it once more.
other-body-look = What was sent from this form before is done. Look first whether that is enough. If these words should be saved as well, press the button.
save-these-too = Save these words, too
too-large-title = That is too much at once
too-large-next = Send less than { $limit } kilobytes.
unreadable-title = We could not read what was sent
unreadable-next = Go back and try once more from there.
unsupported-title = We cannot read this kind of content
unsupported-next = Send a form, or JSON.
too-slow-title = That took too long to arrive
too-slow-next = Nothing was changed. Try again when your signal is better.
too-many-title = Too many tries
too-many-next = Wait { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
 } and try again.
forged-title = This did not come from our own page
forged-next = Open Tributary in a new tab and do it from there.
unavailable-title = We cannot reach our records just now
unavailable-next = Nothing was changed. Try again in a moment.
broken-title = Something went wrong on our side
broken-next = Nothing was changed. Try again in a moment. If it happens again, say this reference: { $reference }
first-page = Go to your first page

# When a save fails, what was typed comes back.
not-saved-title = This is not saved yet
not-saved-next = We cannot reach our records just now. Try again in a moment, or copy your words somewhere safe.
words-below = Your words are below, exactly as you typed them.
try-again = Try again
your-words = Your words

# Forms.
done-title = Done
done-saved = It is saved.
done-done = That is done.
kept-title = We kept what you had typed
kept-from = From { $at }. Nothing is saved until you press the button.
meanwhile-title = Somebody saved another wording meanwhile
meanwhile-text = Theirs is shown first, then yours. Nothing is lost: change yours, and save it if it still holds.
theirs = The wording that was saved meanwhile
write-something = Write something first
shorter = Make it shorter: { $limit } characters or fewer
problem-in = “{ $field }”: { $what }
date-part-missing = Write all three: the day, the month and the year
date-in-numbers = Write the date in numbers, such as 5 for May
date-month = There are twelve months. Write one of 1 to 12, such as 5 for May
date-year = Write the year with all four numbers
date-year-such-as = Write the year with all four numbers, such as { $year }
date-no-day = There is no day { $day } in that month. Look at the day and the month again

# The frame of every page.
sign-out = Sign out


# The API.
form-problem = Something in it is wrong
form-problem-next = See `errors`, field by field. Nothing was changed.
