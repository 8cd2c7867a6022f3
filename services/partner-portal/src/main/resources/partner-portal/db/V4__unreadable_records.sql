-- Records that could not be read, as they came. They hold no personal data: topics carry ids (rule L3).
create table unreadable_records (
    topic           text         not null,
    partition       int          not null check (partition >= 0),
    record_offset   bigint       not null check (record_offset >= 0),
    record_key      bytea,
    record_value    bytea,
    reason          text         not null,
    received_at     timestamptz  not null,
    primary key (topic, partition, record_offset)
);
