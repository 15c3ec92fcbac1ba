import SQLite

/// The hypervisors that MAAS composes on, as `type` of VM hosts and `power_type` of their VMs name them.
package enum VMHostType: String, CaseIterable, Sendable, SQLReadable, SQLBindable {
    case lxd
    case virsh
}
