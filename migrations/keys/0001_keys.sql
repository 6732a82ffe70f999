-- The key store: one wrapped data key for each subject, apart from the data and its backups.
create table subject_key (
    subject text   not null primary key,
    wrapped bytea  not null,
    made_at bigint not null
);

-- Whose key was destroyed, and when. Replayed by a restore before it serves.
create table erasure (
    subject   text   not null primary key,
    erased_at bigint not null
);
