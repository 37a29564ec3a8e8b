@echo off
rem Starts Tailoff from any directory with the settings its native libraries need.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem One thread for the native kernels: two are slower on networks this small, and only the environment reaches them.
set "OMP_NUM_THREADS=1"
"%JAVA%" "@%HOME_DIR%\bin\jvm.options" "-Dtailoff.home=%HOME_DIR%" %TAILOFF_OPTS% -cp "%HOME_DIR%\lib\*" org.tailoff.reproductions.app.Tailoff %*
exit /b %ERRORLEVEL%
