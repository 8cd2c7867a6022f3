create table letters (
    seq bigint generated always as identity primary key,
    customer_id text not null,
    word text not null,
    published_at timestamptz
);
