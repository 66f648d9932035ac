#!/bin/sh
# Starts Crossroads and opens the host's page. With words behind it, runs that command: ./crossroads.sh backup
here=$(CDPATH= cd "$(dirname "$0")" && pwd) || exit 1
program=$here/program
node=$program/node/node
DATA_DIR=${DATA_DIR:-$here/data}
export DATA_DIR

# Says why it cannot start, in both languages, and waits where a window would close at once.
refuse() {
  printf '%s\n' "$@" >&2
  wait_for_reader
  exit 1
}

wait_for_reader() {
  [ -t 0 ] || return 0
  printf 'Press Enter to close. 按回车键关闭。'
  read -r _
}

# A package without a Node of its own (for a Mac) uses the computer's.
installed_node() {
  for found in "$(command -v node)" /usr/local/bin/node /opt/homebrew/bin/node; do
    [ -x "$found" ] && printf '%s' "$found" && return 0
  done
  return 1
}

# Disks in the format of Windows often run no programs. A copy on this computer's own disk does.
copied_node() {
  copy=${XDG_CACHE_HOME:-$HOME/.cache}/crossroads/node-{NODE}-{TARGET}
  if ! [ -x "$copy" ]; then
    mkdir -p "$(dirname "$copy")" && cp "$node" "$copy.$$" && chmod 755 "$copy.$$" && mv "$copy.$$" "$copy" || return 1
  fi
  printf '%s' "$copy"
}

if ! [ -e "$node" ]; then
  node=$(installed_node) || refuse \
    'Crossroads needs Node {LEAST} or newer. Install it from https://nodejs.org, then start again.' \
    '需要 Node {LEAST} 或更新版本。请从 https://nodejs.org 安装后重新启动。'
elif ! [ -x "$node" ]; then
  node=$(copied_node) || refuse \
    'This disk runs no programs, and no copy could be made on this computer. Unpack the archive elsewhere.' \
    '此磁盘不允许运行程序，也无法在本机建立副本。请把压缩包解压到其他位置。'
fi
"$node" --version >/dev/null 2>&1 || refuse \
  'This package is for another kind of computer ({TARGET}), or this system is too old for it.' \
  '此压缩包适用于另一类计算机（{TARGET}），或本机系统版本过旧。'

if [ $# -gt 0 ]; then
  exec "$node" "$program/crossroads.cjs" "$@"
elif [ -t 0 ]; then
  "$node" "$program/crossroads.cjs" start --open
  code=$?
  [ "$code" -eq 0 ] || wait_for_reader
  exit "$code"
else
  exec "$node" "$program/crossroads.cjs" start --open
fi
