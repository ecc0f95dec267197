#!/usr/bin/env bash
# A PostgreSQL server of one's own for the tests: private, on a free port, under a temporary directory, gone after `stop`.
#
#   eng/postgres.sh start     prints PATHWAYS_POSTGRES=... (a role that row-level security holds for) and
#                             PATHWAYS_POSTGRES_ADMIN=... (the superuser); export them, then run the tests
#   eng/postgres.sh stop      stops it and deletes everything
#   eng/postgres.sh log       prints what the server said
#   eng/postgres.sh port      prints its port, or none
#   eng/postgres.sh crash     stops it at once, as when the machine fails; `start` brings it up again with its data
#
# It installs nothing. PATHWAYS_POSTGRES_HOME names another directory for the server.
set -euo pipefail

home=${PATHWAYS_POSTGRES_HOME:-${TMPDIR:-/tmp}/pathways-postgres-$(id -u)}
marker=.made-by-pathways-postgres

# Only a directory that `start` made is ever deleted or given to another owner.
is_ours() {
    [ -f "$home/$marker" ]
}

binaries() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql@*/bin 2>/dev/null | sort -rV) "$(dirname "$(command -v initdb || echo /none)")"; do
        [ -x "$folder/initdb" ] && { echo "$folder"; return; }
    done
    echo "There is no PostgreSQL server here. Maybe install it: apt-get install postgresql postgresql-contrib" >&2
    return 1
}

# The server refuses to run as root.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        su postgres -s /bin/bash -c 'cd / && exec "$0" "$@"' -- "$@"
    else
        (cd / && "$@")
    fi
}

free_port() {
    local port
    for port in $(seq 54320 54399); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    echo "No port from 54320 to 54399 is free." >&2
    return 1
}

start() {
    local bin port password
    bin=$(binaries)
    if ! is_ours && [ -n "$(ls -A "$home" 2>/dev/null)" ]; then
        echo "$home is not empty, and this script did not make it. Maybe name another directory in PATHWAYS_POSTGRES_HOME." >&2
        return 1
    fi
    if [ ! -d "$home/data" ]; then
        mkdir -p "$home"
        touch "$home/$marker"
        chmod 700 "$home"
        password=$(od -An -N 16 -tx1 /dev/urandom | tr -d ' \n')
        printf '%s' "$password" > "$home/password"
        free_port > "$home/port"
        [ "$(id -u)" -ne 0 ] || chown -R postgres "$home"
        as_owner "$bin/initdb" -D "$home/data" -U postgres --pwfile="$home/password" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 > "$home/initdb.log" 2>&1 ||
            { cat "$home/initdb.log" >&2; return 1; }
    fi
    port=$(cat "$home/port") password=$(cat "$home/password")
    as_owner "$bin/pg_ctl" -D "$home/data" status > /dev/null || as_owner "$bin/pg_ctl" -D "$home/data" -w -t 60 -l "$home/server.log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$home' -c max_connections=200" start > /dev/null ||
        { tail -20 "$home/server.log" >&2; return 1; }
    if ! PGPASSWORD=$password "$bin/psql" -h 127.0.0.1 -p "$port" -U postgres -lqtA | grep -q '^pathways|'; then
        PGPASSWORD=$password "$bin/psql" -h 127.0.0.1 -p "$port" -U postgres -q -v ON_ERROR_STOP=1 \
            -c "CREATE ROLE pathways LOGIN PASSWORD '$password'" -c "CREATE DATABASE pathways OWNER pathways"
        PGPASSWORD=$password "$bin/psql" -h 127.0.0.1 -p "$port" -U postgres -d pathways -q -v ON_ERROR_STOP=1 -c "CREATE EXTENSION IF NOT EXISTS btree_gist" ||
            echo "Without btree_gist overlapping placements are kept apart by locks alone. Maybe install postgresql-contrib." >&2
    fi
    echo "PATHWAYS_POSTGRES=Host=127.0.0.1;Port=$port;Database=pathways;Username=pathways;Password=$password"
    echo "PATHWAYS_POSTGRES_ADMIN=Host=127.0.0.1;Port=$port;Database=pathways;Username=postgres;Password=$password"
}

halt() {
    [ -d "$home/data" ] || { echo "No server was started in $home." >&2; return 1; }
    as_owner "$(binaries)/pg_ctl" -D "$home/data" -w -m "$1" stop > /dev/null
}

case ${1:-} in
    start) start ;;
    log) cat "$home/server.log" ;;
    port) cat "$home/port" 2>/dev/null || echo none ;;
    crash) halt immediate ;;
    stop)
        is_ours || { echo "No server was started in $home, so nothing is stopped or deleted." >&2; exit 1; }
        halt fast || true
        rm -rf "$home"
        ;;
    *)
        sed -n '2,12s/^# \{0,1\}//p' "$0"
        exit 2
        ;;
esac
