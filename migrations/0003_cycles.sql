-- Learning cycles, and what is tried in them.

-- One pass of learning about a system. Text of a team's or organisation's own talk is sealed under
-- the body's key: it may speak of people.
create table cycle (
    id      text   not null primary key,
    body    text   not null references body (id),
    system  text   not null,
    made_by text   references account (id),
    made_at bigint not null
);
create index cycle_body on cycle (body, made_at);

-- What the cycle is for: every wording is kept. An older one is never changed. Two people who word
-- it at once cannot both be the next version.
create table cycle_purpose (
    id      text   not null primary key,
    cycle   text   not null references cycle (id),
    version bigint not null,
    body    bytea  not null,
    whose   text   not null,
    made_by text   references account (id),
    made_at bigint not null,
    unique (cycle, version)
);

-- Somebody sees the purpose otherwise. It stands beside it.
create table cycle_dissent (
    id      text   not null primary key,
    purpose text   not null references cycle_purpose (id),
    body    bytea  not null,
    made_by text   not null references account (id),
    made_at bigint not null
);
create index cycle_dissent_purpose on cycle_dissent (purpose);

-- What was written into a step. Steps never block: any can hold nothing. Some entries are published
-- facts with their source. `prompt` is the question it answers: the id of a prompt, or the key of one
-- that the program brings with it.
create table cycle_entry (
    id      text   not null primary key,
    cycle   text   not null references cycle (id),
    step    text   not null check (step in ('purpose', 'understand', 'co-design', 'explore', 'embed', 'stewardship')),
    prompt  text,
    body    bytea  not null,
    source  text,
    made_by text   references account (id),
    made_at bigint not null
);
create index cycle_entry_cycle on cycle_entry (cycle, step, made_at);

-- Questions of the steps: a set for each scale, every version kept, newest counts. Version 1 is the
-- one that the program brings with it, and is not stored.
create table prompt_set (
    id      text   not null primary key,
    scale   text   not null,
    version bigint not null,
    made_by text   references account (id),
    made_at bigint not null,
    unique (scale, version)
);
create table prompt (
    id         text   not null primary key,
    prompt_set text   not null references prompt_set (id),
    step       text   not null,
    place      bigint not null,
    body       text   not null
);
create index prompt_of on prompt (prompt_set, step, place);

-- What we're trying: one line is enough. Of a life (sealed under the life's key) or of a cycle
-- (sealed under the body's key). Parts, in the order of sealing: line, hunch, who decided, who was
-- not there, cost, what to notice, when we'd stop, why it ended. `made_own`, `ended_own`: the person
-- themselves did it, on their own phone or on that of the worker beside them.
create table exploration (
    id         text   not null primary key,
    life       text   references life (id),
    cycle      text   references cycle (id),
    line       bytea  not null,
    hunch      bytea,
    decided    bytea,
    absent     bytea,
    cost       bytea,
    noticing   bytea,
    stop_when  bytea,
    look_at    bigint,
    agreed_at  bigint,
    ended      text   check (ended in ('keep', 'adapt', 'stop')),
    ended_why  bytea,
    ended_by   text   references account (id),
    ended_own  boolean,
    ended_at   bigint,
    follows    text   references exploration (id),
    made_by    text   references account (id),
    made_own   boolean not null,
    made_at    bigint not null,
    check ((life is null) <> (cycle is null))
);
create index exploration_life on exploration (life, made_at);
create index exploration_cycle on exploration (cycle, made_at);
create index exploration_follows on exploration (follows);

-- Looking back together: what happened, expected or not.
create table exploration_look (
    id          text    not null primary key,
    exploration text    not null references exploration (id),
    body        bytea   not null,
    surprise    boolean not null,
    made_by     text    references account (id),
    made_own    boolean not null,
    made_at     bigint  not null
);
create index exploration_look_of on exploration_look (exploration, made_at);
