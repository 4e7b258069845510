#!/usr/bin/env bash
# Builds everything and runs every test. Installs what the tests need where it is missing: Debian's chromium and postgresql.
# Fails if a test failed, and also if one was skipped because its real part is missing.
#   ./test.sh [more arguments for dotnet test, such as --filter Name~Hold]
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

fail() { printf '\ntest.sh: %s\n' "$1" >&2; exit 1; }

command -v dotnet >/dev/null || fail "the .NET 10 SDK is not installed (dotnet is not on the PATH)."

needed=()
[ -n "${LIBRARYBOT_TEST_CHROMIUM:-}" ] || command -v chromium >/dev/null || needed+=(chromium)
[ -n "${LIBRARYBOT_TEST_POSTGRES:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || needed+=(postgresql)
if [ ${#needed[@]} -gt 0 ]; then
  root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  if ! command -v apt-get >/dev/null || { [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; }; then
    fail "the tests need ${needed[*]}, which this script can install only as root on Debian or its relatives.
Install them yourself, or name what you have: LIBRARYBOT_TEST_CHROMIUM=/path/to/chromium and
LIBRARYBOT_TEST_POSTGRES='Host=...;Username=...;Password=...' (a server on which the user may create databases)."
  fi
  echo "Installing ${needed[*]} for the tests ..."
  log=$(mktemp)
  # The tests start a PostgreSQL of their own; the package's service need not run.
  if ! { "${root[@]}" apt-get update -qq && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${needed[@]}"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    fail "apt-get could not install ${needed[*]}; its last words are above."
  fi
  rm -f "$log"
fi

echo "Building ..."
dotnet build LibraryBot.sln -c Release -v quiet -clp:ErrorsOnly

filter=()
if [ ! -d ../shared/data ]; then
  echo "There is no ../shared/data: the tests over it are left out."
  case " $* " in *" --filter "*) ;; *) filter=(--filter 'Needs!=SharedData') ;; esac
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
dotnet test tests -c Release --no-build --results-directory "$results" --logger 'trx;LogFileName=results.trx' \
  --logger 'console;verbosity=minimal' "${filter[@]}" "$@" || status=$?

[ -f "$results/results.trx" ] || fail "the tests did not finish: there is no result file."
counters=$(grep -o '<Counters [^>]*>' "$results/results.trx")
count() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$counters"; }
total=$(count total) passed=$(count passed) failed=$(count failed)
skipped=$((total - passed - failed))
if [ "$skipped" -gt 0 ]; then
  echo "Skipped:"
  grep -E 'outcome="NotExecuted"' "$results/results.trx" | sed -E 's/.*testName="([^"]*)".*/  \1/' | sort -u
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$total" -gt 0 ] || fail "no test ran."
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ] || fail "a test failed."
[ "$skipped" -eq 0 ] || fail "the tests named above were skipped; see their reasons in the output."
