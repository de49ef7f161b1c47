#define _GNU_SOURCE
#include "inlay_system.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// A mapping that is watched. Handlers of signals read it without a lock: `start` is 0 while the others change.
struct slot {
  atomic_uintptr_t start;
  atomic_uintptr_t end;
  atomic_int failed;
};

enum { slots_a_block = 1024, block_count = 1024 };

// Blocks are never given back, so that a handler can look at them at any time.
static _Atomic(struct slot *) blocks[block_count];
static atomic_int highest;
static pthread_mutex_t changes = PTHREAD_MUTEX_INITIALIZER;
static int *free_numbers;
static int free_count, free_room;
static struct sigaction previous;
static uintptr_t page_size;
static bool is_watching;

static struct slot *slot_of(int number) {
  struct slot *block = atomic_load(&blocks[number / slots_a_block]);
  return block ? block + number % slots_a_block : NULL;
}

// Puts pages of zeros in the place of those that the file no longer has, from the one that was touched on. What is read
// then is of no use, and whoever reads it learns that from the slot.
static bool mend(uintptr_t address) {
  int count = atomic_load(&highest);
  for (int number = 0; number < count; number++) {
    struct slot *slot = slot_of(number);
    if (!slot) continue;
    uintptr_t start = atomic_load(&slot->start), end = atomic_load(&slot->end);
    if (start == 0 || address < start || address >= end) continue;
    atomic_store(&slot->failed, 1);
    uintptr_t page = address & ~(page_size - 1);
    void *zeros = mmap((void *)page, end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    return zeros != MAP_FAILED;
  }
  return false;
}

static void on_bus_error(int signal, siginfo_t *information, void *context) {
  if (information && mend((uintptr_t)information->si_addr)) return;
  // Not ours: it belongs to whoever was there before, or ends the process when the instruction is done again.
  if (previous.sa_flags & SA_SIGINFO) {
    previous.sa_sigaction(signal, information, context);
  } else if (previous.sa_handler == SIG_DFL || previous.sa_handler == SIG_IGN) {
    sigaction(signal, &previous, NULL);
  } else {
    previous.sa_handler(signal);
  }
}

// Called with the lock.
static bool watch(void) {
  if (is_watching) return true;
  page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
  struct sigaction action = {0};
  action.sa_sigaction = on_bus_error;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
  sigemptyset(&action.sa_mask);
  is_watching = sigaction(SIGBUS, &action, &previous) == 0;
  return is_watching;
}

// Called with the lock.
static int new_number(void) {
  if (free_count > 0) return free_numbers[--free_count];
  int number = atomic_load(&highest);
  if (number >= slots_a_block * block_count) return -1;
  if (free_room <= number) {
    int room = free_room ? free_room * 2 : 256;
    int *numbers = realloc(free_numbers, (size_t)room * sizeof *numbers);
    if (!numbers) return -1;
    free_numbers = numbers;
    free_room = room;
  }
  if (!atomic_load(&blocks[number / slots_a_block])) {
    struct slot *block = calloc(slots_a_block, sizeof *block);
    if (!block) return -1;
    atomic_store(&blocks[number / slots_a_block], block);
  }
  atomic_store(&highest, number + 1);
  return number;
}

int inlay_watch_mapping(const void *memory, size_t byte_count) {
  pthread_mutex_lock(&changes);
  int number = watch() ? new_number() : -1;
  if (number >= 0) {
    struct slot *slot = slot_of(number);
    atomic_store(&slot->failed, 0);
    // Whole pages are mapped, and the last one can be touched behind the file's end too.
    uintptr_t end = (uintptr_t)memory + byte_count;
    atomic_store(&slot->end, (end + page_size - 1) & ~(page_size - 1));
    atomic_store(&slot->start, (uintptr_t)memory);
  }
  pthread_mutex_unlock(&changes);
  return number;
}

bool inlay_mapping_failed(int number) {
  struct slot *slot = number < 0 ? NULL : slot_of(number);
  return slot && atomic_load(&slot->failed);
}

bool inlay_forget_mapping(int number) {
  if (number < 0) return false;
  pthread_mutex_lock(&changes);
  struct slot *slot = slot_of(number);
  atomic_store(&slot->start, 0);
  bool failed = atomic_load(&slot->failed);
  free_numbers[free_count++] = number;
  pthread_mutex_unlock(&changes);
  return failed;
}
