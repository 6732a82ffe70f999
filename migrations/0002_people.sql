-- People and where they work. What somebody may do comes from these relationships.

-- A team, an organisation, a place or a country. Not personal: its name is in the clear.
create table body (
    id        text   not null primary key,
    scale     text   not null check (scale in ('team', 'organisation', 'place', 'country')),
    name      text   not null,
    within    text   references body (id),
    place     text   references body (id),
    made_at   bigint not null,
    closed_at bigint
);

-- Somebody's part in a body.
create table membership (
    id       text   not null primary key,
    account  text   not null references account (id),
    body     text   not null references body (id),
    tie      text   not null check (tie in ('member', 'coordinator', 'lead', 'steward', 'governor')),
    from_at  bigint not null,
    until_at bigint
);
create index membership_account on membership (account, body);
create index membership_body on membership (body);

-- A life: somebody whom a team walks beside. The name to be called by is sealed under the life's key.
create table life (
    id         text   not null primary key,
    team       text   not null references body (id),
    controller text   not null references body (id),
    name       bytea  not null,
    made_by    text   references account (id),
    made_at    bigint not null,
    closed_at  bigint
);
create index life_team on life (team);

-- By which parts of the name a life is found: keyed hashes.
create table life_name_part (
    life text  not null references life (id),
    part bytea not null,
    primary key (part, life)
);

-- A worker walks beside a person.
create table alongside (
    id       text   not null primary key,
    life     text   not null references life (id),
    account  text   not null references account (id),
    from_at  bigint not null,
    until_at bigint
);
create index alongside_life on alongside (life);
create index alongside_account on alongside (account);

-- Somebody the person trusts is beside them.
create table supporter (
    id       text   not null primary key,
    life     text   not null references life (id),
    account  text   not null references account (id),
    from_at  bigint not null,
    until_at bigint
);
create index supporter_life on supporter (life);
create index supporter_account on supporter (account);

-- A one-time code with which somebody takes up their own account: its hash, and, until it is used,
-- the code itself sealed for whoever made it, so that they can read it out.
create table invitation (
    id      text   not null primary key,
    code    text   not null unique,
    shown   bytea,
    account text   not null references account (id),
    life    text   references life (id),
    made_by text   references account (id),
    made_at bigint not null,
    ends_at bigint not null,
    used_at bigint
);

-- Published: how an account stands towards a life. Lists and single things read the same lines.
create view standing as
    select id as account, record as life, 'self' as tie, made_at as from_at, closed_at as until_at
        from account where kind = 'person' and record is not null
    union all
    select account, life, 'supporter' as tie, from_at, until_at from supporter
    union all
    select account, life, 'alongside' as tie, from_at, until_at from alongside
    union all
    select m.account, l.id as life, m.tie as tie, m.from_at, m.until_at
        from membership m join life l on l.team = m.body
        where m.tie in ('member', 'coordinator', 'lead');

-- Published: an account's part in a body.
create view belonging as
    select m.account, m.body, b.scale, b.name, m.tie, m.from_at, m.until_at
        from membership m join body b on b.id = m.body;
