-- What every slice stands on. Ids are 32 hex characters (UUIDv7), moments are microseconds UTC.

-- Somebody who can sign in. Their name is sealed: under the record's key for a person served, under
-- the account's own key for everybody else.
create table account (
    id            text    not null primary key,
    kind          text    not null check (kind in ('person', 'supporter', 'worker', 'administrator')),
    record        text,
    name          bytea   not null,
    sign_in       bytea   unique,
    password      text,
    totp          bytea,
    totp_step     bigint  not null default 0,
    made_at       bigint  not null,
    closed_at     bigint
);

-- One-time codes for when a phone is lost. Only hashes.
create table recovery_code (
    account text   not null references account (id),
    code    text   not null,
    used_at bigint,
    primary key (account, code)
);

-- An open or ended sitting. The id is the hash of what the cookie holds.
create table session (
    id         text   not null primary key,
    account    text   not null references account (id),
    stage      text   not null check (stage in ('password', 'open')),
    beside     text,
    made_at    bigint not null,
    seen_at    bigint not null,
    ends_at    bigint not null,
    ended_at   bigint,
    ended_why  text
);
create index session_account on session (account, ended_at);

-- Failed sign-ins, counted per account and per address (hashed), to slow down guessing.
create table sign_in_try (
    what     text   not null primary key,
    tries    bigint not null,
    until_at bigint not null
);

-- Keys for programs. Only hashes.
create table token (
    id        text   not null primary key,
    secret    text   not null unique,
    account   text   not null references account (id),
    label     text   not null,
    scope     text   not null check (scope in ('read', 'write')),
    made_at   bigint not null,
    ends_at   bigint not null,
    ended_at  bigint
);

-- What happened and who looked, one line for each act and each record it touched. Insert only.
create table journal (
    id      text   not null primary key,
    at      bigint not null,
    account text,
    via     text   not null,
    action  text   not null,
    did     text   not null check (did in ('looked', 'changed')),
    thing   text,
    record  text
);
create index journal_record on journal (record, id);

-- Lines that no link of the chain holds yet.
create table journal_open (
    line text not null primary key
);

-- The chain: each link a keyed hash over the link before it and its line. Insert only.
create table journal_chain (
    seq  bigint not null primary key,
    line text   not null,
    link bytea  not null
);

-- Who of several replicas does a job that only one may do.
create table lease (
    job      text   not null primary key,
    holder   text   not null,
    until_at bigint not null
);

-- Requests that were answered, so that one sent again is answered the same and done once: where the
-- answer led, and the id of what came into being.
create table once (
    account  text   not null,
    key      text   not null,
    body     text   not null,
    location text   not null,
    made     text,
    at       bigint not null,
    primary key (account, key)
);
create index once_at on once (at);

-- What somebody typed and has not saved yet. Sealed.
create table draft (
    account text   not null references account (id),
    path    text   not null,
    id      text   not null,
    record  text,
    body    bytea  not null,
    at      bigint not null,
    primary key (account, path)
);
