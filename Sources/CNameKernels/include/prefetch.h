/// Memory that is asked for before it is needed.
#pragma once

/// Brings the memory at an address nearer. Changes nothing, and is safe at any address.
static inline __attribute__((always_inline)) void namescreen_prefetch(const void *address) { __builtin_prefetch(address); }
