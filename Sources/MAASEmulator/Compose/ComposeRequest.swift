/// What a VM is to be: a compose that passed MAAS's form (`ComposeMachineForm`).
struct ComposeRequest {
    static let defaultCores = 1
    /// MiB
    static let defaultMemory = 2048
    /// GB, in the host's default pool and with a tag that says so.
    static let defaultStorage = "root:8(local)"

    var cores: Int
    /// Indices of the host's cores; when there are any, they are the VM's cores.
    var pinnedCores: [Int]
    /// MiB
    var memory: Int
    var hugepagesBacked: Bool
    var architecture: String
    var hostname: String
    var domainID: Int
    var zoneID: Int
    var poolID: Int
    var storage: StorageConstraints
    /// `nil` for the one interface that every VM gets.
    var interfaces: InterfaceConstraints?
    var skipCommissioning: Bool
}
