#ifndef CCHISOHANDSHAKE_H
#define CCHISOHANDSHAKE_H

#include <stdint.h>

/// What tells a library of a plugin from any other.
#define CHISO_PLUGIN_MAGIC 0x43484953u
/// Grows with every change of what a plugin and the kernel must agree on.
#define CHISO_PLUGIN_ABI 1u
/// The version of the kernel.
#define CHISO_KERNEL_VERSION "0.1.0"

/// What a plugin says of how it was built, before anything else of it is looked at.
typedef struct {
  /// `CHISO_PLUGIN_MAGIC`.
  uint32_t magic;
  /// `CHISO_PLUGIN_ABI` of the kernel that it was built against.
  uint32_t abi;
  /// The compiler that built it.
  const char *_Nonnull compiler;
  /// `CHISO_KERNEL_VERSION` of the kernel that it was built against.
  const char *_Nonnull kernel;
  /// A number made of the layouts of the values that a plugin and the kernel hand each other.
  uint64_t layout;
} chiso_plugin_handshake_t __attribute__((swift_name("PluginHandshake")));

/// What whoever compiles this says of itself: the kernel in the kernel, a plugin in the plugin.
static inline __attribute__((swift_name("PluginHandshake.ofThisBuild(layout:)"))) chiso_plugin_handshake_t
chiso_handshake_of_this_build(uint64_t layout) {
  return (chiso_plugin_handshake_t){CHISO_PLUGIN_MAGIC, CHISO_PLUGIN_ABI, __clang_version__, CHISO_KERNEL_VERSION,
                                    layout};
}

#endif
