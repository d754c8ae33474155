#!/usr/bin/env bash
# Second Period on this machine. `./sp help` says what it can do.
set -euo pipefail

SP_HOME="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export SP_HOME
STAMP="$SP_HOME/target/sp-built"
BUILD_LOG="$SP_HOME/target/sp-build.log"
BENCH_STAMP="$SP_HOME/target/sp-bench-built"
IMAGES_STAMP="$SP_HOME/target/sp-images-built"

# --- A JDK 21 or newer -------------------------------------------------------------------------------------------

is_jdk21() {
  [ -x "$1/bin/javac" ] || return 1
  local version
  version="$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')"
  [ -n "$version" ] && [ "$version" -ge 21 ]
}

find_jdk() {
  local candidate on_path
  on_path="$(command -v javac || true)"
  [ -z "$on_path" ] || on_path="$(cd "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")/.." && pwd)"
  for candidate in "${JAVA_HOME:-}" "$on_path" \
      "$(/usr/libexec/java_home -v 21+ 2>/dev/null || true)" \
      /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk21 "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  echo "Second Period needs a JDK 21 or newer, for example: sudo apt install openjdk-21-jdk-headless, or brew install openjdk@21, or https://adoptium.net" >&2
  exit 3
}

# --- Building what is missing or older than its sources ----------------------------------------------------------

SOURCES=(pom.xml event-contracts service-kit attendance-ingest building-entry outreach-service reporting-service desk deploy/embedded deploy/local)

stale() {
  [ -f "$STAMP" ] || return 0
  local service
  for service in attendance-ingest building-entry outreach-service reporting-service desk; do
    [ -f "$SP_HOME/$service/target/quarkus-app/quarkus-run.jar" ] || return 0
  done
  [ -d "$SP_HOME/deploy/local/target/lib" ] && [ -d "$SP_HOME/deploy/embedded/target/kafka-lib" ] || return 0
  [ -n "$(cd "$SP_HOME" && find "${SOURCES[@]}" \( -name target -o -name test -o -name node_modules \) -prune -o -type f -newer "$STAMP" -print -quit)" ]
}

build() {
  mkdir -p "$SP_HOME/target"
  touch "$STAMP.new"
  echo "Building (the first time takes some minutes; the log is target/sp-build.log)" >&2
  if ! (cd "$SP_HOME" && ./mvnw -B -ntp package -DskipTests -pl '!system-tests,!bench,!deploy/chart-tests,!deploy/images' > "$BUILD_LOG" 2>&1 &
        maven=$!
        shown=0
        while kill -0 "$maven" 2>/dev/null; do
          sleep 1
          count="$(grep -c '^\[INFO\] Building Second Period' "$BUILD_LOG" || true)"
          if [ "$count" -gt "$shown" ]; then
            shown="$count"
            grep '^\[INFO\] Building Second Period ::' "$BUILD_LOG" | tail -1 | sed 's/^\[INFO\] Building Second Period :: /  /; s/ 0\.[^[]*\[/  [/' >&2 || true
          fi
        done
        wait "$maven"); then
    echo "The build failed:" >&2
    grep '^\[ERROR\]' "$BUILD_LOG" | head -20 >&2 || tail -20 "$BUILD_LOG" >&2
    exit 3
  fi
  mv "$STAMP.new" "$STAMP"
}

# The bench is built only when somebody measures.
bench_is_stale() {
  [ -f "$BENCH_STAMP" ] && [ -d "$SP_HOME/bench/target/lib" ] && [ "$BENCH_STAMP" -nt "$STAMP" ] || return 0
  [ -n "$(cd "$SP_HOME" && find bench -name target -prune -o -type f -newer "$BENCH_STAMP" -print -quit)" ]
}

build_bench() {
  echo "Building the bench (the log is target/sp-build.log)" >&2
  touch "$BENCH_STAMP.new"
  if ! (cd "$SP_HOME" && ./mvnw -B -ntp package -DskipTests -pl bench -am > "$BUILD_LOG" 2>&1); then
    echo "The build failed:" >&2
    grep '^\[ERROR\]' "$BUILD_LOG" | head -20 >&2 || tail -20 "$BUILD_LOG" >&2
    exit 3
  fi
  mv "$BENCH_STAMP.new" "$BENCH_STAMP"
}

# So is what makes images.
images_is_stale() {
  [ -d "$SP_HOME/deploy/images/target/lib" ] && [ -f "$IMAGES_STAMP" ] && [ "$IMAGES_STAMP" -nt "$STAMP" ] || return 0
  [ -n "$(cd "$SP_HOME" && find deploy/images -name target -prune -o -type f -newer "$IMAGES_STAMP" -print -quit)" ]
}

build_images() {
  echo "Building what makes images (the log is target/sp-build.log)" >&2
  touch "$IMAGES_STAMP.new"
  if ! (cd "$SP_HOME" && ./mvnw -B -ntp package -DskipTests -pl deploy/images > "$BUILD_LOG" 2>&1); then
    echo "The build failed:" >&2
    grep '^\[ERROR\]' "$BUILD_LOG" | head -20 >&2 || tail -20 "$BUILD_LOG" >&2
    exit 3
  fi
  mv "$IMAGES_STAMP.new" "$IMAGES_STAMP"
}

# Two commands at once would build into the same folders: the second waits, and then finds nothing left to build.
# usage: build_alone STALE BUILD
build_alone() {
  if ! "$1"; then
    return
  fi
  if command -v flock >/dev/null; then
    mkdir -p "$SP_HOME/target"
    exec 9>"$SP_HOME/target/sp-build.lock"
    if ! flock -n 9; then
      echo "Another ./sp is building; this one waits for it." >&2
      flock 9
    fi
  fi
  if "$1"; then
    "$2"
  fi
  exec 9>&-
}

# --- Verbs ---------------------------------------------------------------------------------------------------------

# The desk is tested and measured in a real browser. Where it may be installed it is; otherwise one line says what is missing.
# usage: need_chromium WHO_NEEDS_IT
need_chromium() {
  local candidate
  for candidate in "${SP_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome /snap/bin/chromium; do
    [ -z "$candidate" ] || [ ! -x "$candidate" ] || return 0
  done
  if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; then
    echo "$1 needs Chromium; it is being installed" >&2
    if apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1 && [ -x /usr/bin/chromium ]; then
      return 0
    fi
  fi
  echo "$1 needs Chromium, for example: sudo apt install chromium. SP_CHROMIUM says where it is if it is elsewhere." >&2
  exit 3
}

run_tests() {
  local arguments=(-B -ntp -T 2 verify)
  case "${1:-}" in
    "") ;;
    --all) arguments+=(-Plong) ;;
    *) echo "Usage: ./sp test [--all]" >&2; exit 2 ;;
  esac
  need_chromium "./sp test"
  cd "$SP_HOME"
  exec ./mvnw "${arguments[@]}"
}

if [ $# -eq 0 ] || { [ $# -eq 1 ] && [[ "$1" =~ ^(help|--help|-h)$ ]]; }; then
  exec cat "$SP_HOME/deploy/local/src/main/resources/sp-help.txt"
fi

JAVA_HOME="$(find_jdk)"
export JAVA_HOME

case "$1" in
  test)
    shift
    run_tests "$@"
    ;;
  format)
    cd "$SP_HOME"
    exec ./mvnw -B -ntp -q spotless:apply
    ;;
  bench)
    if [[ "${2:-}" = desk && ! " $* " =~ \ (-h|--help)\  ]]; then
      need_chromium "./sp bench desk"
    fi
    ;;
esac

build_alone stale build
if [ -t 1 ]; then
  export SP_TERMINAL=1
fi
if [ "$1" = bench ]; then
  shift
  build_alone bench_is_stale build_bench
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx2g --enable-native-access=ALL-UNNAMED \
    -cp "$SP_HOME/bench/target/classes:$SP_HOME/bench/target/lib/*" org.secondperiod.bench.Bench "$@"
fi
if [ "$1" = images ]; then
  shift
  build_alone images_is_stale build_images
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m \
    -cp "$SP_HOME/deploy/images/target/classes:$SP_HOME/deploy/images/target/lib/*" org.secondperiod.images.Images "$@"
fi
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx768m --enable-native-access=ALL-UNNAMED \
  -cp "$SP_HOME/deploy/local/target/classes:$SP_HOME/deploy/local/target/lib/*" \
  org.secondperiod.local.cli.Sp "$@"
