@echo off
rem Starts Crossroads and opens the host's page. With words behind it, runs that command: Crossroads.cmd backup
setlocal
set "here=%~dp0"
set "node=%here%program\node\node.exe"
if not exist "%node%" goto incomplete
if not exist "%here%program\server\cli.ts" goto incomplete
if not defined DATA_DIR set "DATA_DIR=%here%data"
if not "%~1"=="" goto command
title Crossroads
"%node%" "%here%program\crossroads.cjs" start --open
if not "%errorlevel%"=="0" pause
exit /b

:command
"%node%" "%here%program\crossroads.cjs" %*
exit /b

:incomplete
echo Crossroads is not complete here. Unpack the whole archive first: right-click it, then "Extract All".
pause
exit /b 1
