create table words (word text primary key);
