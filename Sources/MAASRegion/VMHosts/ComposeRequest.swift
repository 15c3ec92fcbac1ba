/// What a VM is to be: a compose that passed MAAS's form (`ComposeMachineForm`).
package struct ComposeRequest {
    package static let defaultCores = 1
    /// MiB
    package static let defaultMemory = 2048
    /// GB, in the host's default pool and with a tag that says so.
    package static let defaultStorage = "root:8(local)"

    package var cores: Int
    /// Indices of the host's cores; when there are any, they are the VM's cores.
    package var pinnedCores: [Int]
    /// MiB
    package var memory: Int
    package var hugepagesBacked: Bool
    package var architecture: String
    package var hostname: String
    package var domainID: Int
    package var zoneID: Int
    package var poolID: Int
    package var storage: StorageConstraints
    /// `nil` for the one interface that every VM gets.
    package var interfaces: InterfaceConstraints?
    package var skipCommissioning: Bool

    package init(
        cores: Int, pinnedCores: [Int], memory: Int, hugepagesBacked: Bool, architecture: String, hostname: String,
        domainID: Int, zoneID: Int, poolID: Int, storage: StorageConstraints, interfaces: InterfaceConstraints? = nil,
        skipCommissioning: Bool
    ) {
        self.cores = cores
        self.pinnedCores = pinnedCores
        self.memory = memory
        self.hugepagesBacked = hugepagesBacked
        self.architecture = architecture
        self.hostname = hostname
        self.domainID = domainID
        self.zoneID = zoneID
        self.poolID = poolID
        self.storage = storage
        self.interfaces = interfaces
        self.skipCommissioning = skipCommissioning
    }
}
