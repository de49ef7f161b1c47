#include "inlay_system.h"

#include <signal.h>
#include <stddef.h>

bool inlay_is_ignored(int signal) {
  struct sigaction action;
  return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}
