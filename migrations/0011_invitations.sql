-- Codes that nobody has used yet can be found, made anew and taken back.

-- `body` is where somebody was brought in with it: whoever brings people in there sees that it waits. `ended_at` is when
-- it was taken back, or another took its place. Of an account one code works at a time.
alter table invitation add column body text references body (id);
alter table invitation add column ended_at bigint;

-- Nothing was ever written here: whose page an invitation is for follows from its account.
alter table invitation drop column life;

-- Those that wait now were made in the same stroke as the part they are for.
update invitation set body = (
        select min(m.body) from membership m
        where m.account = invitation.account and m.from_at = invitation.made_at
    )
    where used_at is null;

create index invitation_body on invitation (body);
create index invitation_account on invitation (account);
