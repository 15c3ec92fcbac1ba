/// What keeps a machine from being deployed (MAAS's `storage_layout_issues`).
extension NodeStorage {
    /// Sentences about what is wrong with the disks; none when the machine can be deployed.
    /// - Parameter bootMethod: how the machine boots.
    func issues(_ version: MAASVersion, bootMethod: String) -> [String] {
        // Before 3.5 only Ubuntu was run from memory.
        if node.ephemeralDeploy, version.has(.anySystemInMemory) || node.osystem == "ubuntu" { return [] }
        if devices.isEmpty {
            return [
                "There are currently no storage devices.  Please add a storage device to be able to deploy this node."
            ]
        }
        var issues: [String] = []
        if bootDisk == nil { issues.append("Specify a storage device to be able to deploy this node.") }
        if node.osystem == "esxi", hasVMFSLayout, !groups.contains(where: { $0.kind == .vmfs }) {
            return issues + ["A datastore must be defined when deploying VMware ESXi."]
        }
        // MAAS knows nothing of the disks of other systems.
        guard ["ubuntu", "centos", "rhel"].contains(node.osystem) else { return issues }
        let mounts = countedMounts
        let root = mounts.last { $0.filesystem.mountPoint == "/" }
        let hasBoot = mounts.contains { $0.filesystem.mountPoint == "/boot" && !isOnBcache($0.device) }
        let hasEFI = mounts.contains { $0.filesystem.mountPoint == "/boot/efi" }
        if root == nil { issues.append("Mount the root '/' filesystem to be able to deploy this node.") }
        if version.has(.efiPartitionRequired), bootMethod == "uefi", !hasEFI {
            issues.append("UEFI system requires a /boot/efi filesystem. Please configure /boot/efi to proceed.")
        }
        if let root, isOnBcache(root.device), !hasBoot {
            issues.append(
                "This node cannot be deployed because it cannot boot from a bcache volume. Mount /boot on a non-bcache "
                    + "device to be able to deploy this node.")
        }
        if !hasBoot, node.architecture.hasPrefix("arm64/"), bootMethod != "uefi" {
            issues.append(
                "This node cannot be deployed because it needs a separate /boot partition.  Mount /boot on a device to "
                    + "be able to deploy this node.")
        }
        return issues + unsupported(Set(mounts.map(\.filesystem.fstype)))
    }

    private func unsupported(_ kinds: Set<String>) -> [String] {
        let opening = "This node cannot be deployed because the selected deployment OS"
        var issues: [String] = []
        if node.osystem != "ubuntu" {
            if !kinds.isDisjoint(with: [CacheSet.mark, FilesystemGroup.Kind.bcache.mark]) {
                issues.append("\(opening), \(node.osystem), does not support Bcache.")
            }
            if kinds.contains("zfsroot") { issues.append("\(opening), \(node.osystem), does not support ZFS.") }
            if kinds.contains("btrfs"), node.distroSeries.contains("8") {
                issues.append("\(opening) release, \(node.osystem) \(node.distroSeries), does not support BTRFS.")
            }
        }
        if kinds.contains(FilesystemGroup.Kind.vmfs.mark) {
            issues.append("\(opening), \(node.osystem), does not support VMFS6.")
        }
        return issues
    }

    /// The file systems that a deployment looks at: those of partitions, and of disks without a table.
    private var countedMounts: [(device: BlockDevice, filesystem: Filesystem)] {
        devices.flatMap { device in
            let found = device.partitionTableType == nil ? [device.filesystem] : device.partitions.map(\.filesystem)
            return found.compactMap { filesystem in filesystem.map { (device, $0) } }
        }
    }

    /// Whether a disk is a bcache or is made of one.
    private func isOnBcache(_ device: BlockDevice) -> Bool {
        var seen: Set<Int> = []
        return isOnBcache(device, &seen)
    }

    /// `seen`: groups that were looked at; a volume group may have a volume of its own as a part.
    private func isOnBcache(_ device: BlockDevice, _ seen: inout Set<Int>) -> Bool {
        guard let group = group(device.groupID), seen.insert(group.id).inserted else { return false }
        if group.kind == .bcache { return true }
        for part in group.parts {
            let below: BlockDevice? =
                switch part.filesystem.place {
                case .device(let id): self.device(id)
                case .partition(let id): partition(id)?.device
                case nil: nil
                }
            if let below, isOnBcache(below, &seen) { return true }
        }
        return false
    }
}
