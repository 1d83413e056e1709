# A PostgreSQL that lives exactly as long as its caller's end of our standard input.
#
# When the caller ends, in whatever way, the pipe closes, `read` returns, and the server
# and its folder go. So there is no file with a process id to clean up after, and a killed
# test run leaves nothing behind. Arguments: folder of PostgreSQL's programs, port,
# and `durable` where a commit has to survive a power cut.
set -eu
programs=$1 port=$2 durable=${3:-}
folder=$(mktemp -d /tmp/wiec-postgres-XXXXXX)
log=$folder/log

remove() {
    "$programs/pg_ctl" stop --silent --mode=immediate --pgdata="$folder/data" >"$log" 2>&1 || true
    rm -rf "$folder"
}
trap remove EXIT
trap '' INT HUP

"$programs/initdb" --pgdata="$folder/data" --username=wiec --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$log" 2>&1 || { cat "$log" >&2; exit 1; }

cat >>"$folder/data/postgresql.conf" <<END
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$folder'
max_connections = 300
END
# Durability is not what tests are about, and nothing here outlives them.
[ "$durable" ] || cat >>"$folder/data/postgresql.conf" <<END
fsync = off
synchronous_commit = off
full_page_writes = off
END

"$programs/pg_ctl" start --silent --wait --timeout=60 --pgdata="$folder/data" --log="$log" \
    >/dev/null </dev/null || { cat "$log" >&2; exit 1; }
echo ready
read -r _ || true
