-- Erasure reaches the data, too.

-- Whose key was destroyed, and when: the same list as in the key store, so that neither of the two
-- is brought back from a copy without the other knowing better.
create table erasure (
    subject   text   not null primary key,
    erased_at bigint not null
);

-- By which parts of a name a life is found: nothing looked there, and the hashes outlived the name.
drop table life_name_part;

-- Whose talk a draft is part of, and so under which group's key it is sealed, where it is sealed
-- neither under a record's nor under its author's own.
alter table draft add column talk text;
