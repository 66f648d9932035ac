#!/usr/bin/env node
// Starts Crossroads under a Node that can run it: this one, or the one that npm installed beside it.
// Kept to the JavaScript of Node 12, so that an old Node gets a sentence and not a syntax error.
'use strict';

var fs = require('fs');
var path = require('path');
var spawn = require('child_process').spawn;
var pathToFileURL = require('url').pathToFileURL;

var LEAST = [24, 15];
var cli = path.join(__dirname, 'server', 'cli.ts');
// A package made for people without npm has no lock file.
var canInstall = fs.existsSync(path.join(__dirname, 'package-lock.json'));

function isNewEnough(version) {
  var parts = version.split('.').map(Number);
  return parts[0] > LEAST[0] || (parts[0] === LEAST[0] && parts[1] >= LEAST[1]);
}

function localNode() {
  var platform = process.platform === 'win32' ? 'win' : process.platform;
  var folder = path.join(__dirname, 'node_modules', 'node-' + platform + '-' + process.arch, 'bin');
  var file = path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  return fs.existsSync(file) ? file : null;
}

function runUnder(node) {
  var child = spawn(node, [__filename].concat(process.argv.slice(2)), { stdio: 'inherit' });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      // A terminal sends its interrupt to both of us; a second one would cut the child's farewell short.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  });
  child.on('error', function () {
    refuse();
  });
  child.on('exit', function (code, signal) {
    process.exit(signal === null ? code : 1);
  });
}

function refuse() {
  console.error(
    'Crossroads needs Node ' +
      LEAST.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      '. Install it from https://nodejs.org' +
      (canInstall ? ', or run "npm ci" here once more.' : '.'),
  );
  process.exit(1);
}

/** Keeps compiled modules for the next start, which then takes half as long; where nothing can be written, nothing is kept. */
function keepCompiled() {
  var enable = require('module').enableCompileCache;
  if (typeof enable === 'function') enable(path.join(__dirname, 'node_modules', '.cache', 'crossroads'));
}

if (isNewEnough(process.versions.node)) {
  keepCompiled();
  import(pathToFileURL(cli).href).catch(function (error) {
    console.error(
      'Crossroads cannot be loaded: ' +
        error.message +
        (canInstall ? '\nRun "npm ci" here once more.' : '\nUnpack the archive once more.'),
    );
    process.exit(1);
  });
} else if (localNode() !== null) {
  runUnder(localNode());
} else {
  refuse();
}
