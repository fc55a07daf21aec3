-- Somebody whom another house vouches for (OpenID Connect): its address and what it calls them, which never change; names may.
ALTER TABLE person ADD subject text UNIQUE;
