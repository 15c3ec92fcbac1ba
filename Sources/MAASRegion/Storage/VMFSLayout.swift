/// What an image of VMware ESXi has on its disk. Only the datastore at the end is the user's.
struct VMFSLayout {
    package struct Part {
        package let number: Int
        /// bytes; `nil` for the datastore, which takes what is left
        package let size: Int?
        package var bootable = false
    }

    /// In the order in which MAAS makes them; also those that older images had.
    let variants: [[Part]]
    /// The last partition that belongs to the image.
    let lastFixed: Int

    package var partitions: [Part] { variants[0] }

    init(_ kind: StorageLayout.Kind) {
        let mebibyte = 1 << 20
        if kind == .vmfs7 {
            variants = [
                (100 * mebibyte, 4095 * mebibyte, 25_662_832_128), (105 * mebibyte, 1074 * mebibyte, 8704 * mebibyte),
            ].map { efi, data, system in
                [
                    Part(number: 1, size: efi, bootable: true), Part(number: 5, size: data),
                    Part(number: 6, size: data), Part(number: 7, size: system), Part(number: 8, size: nil),
                ]
            }
            lastFixed = 7
        } else {
            variants = [
                [
                    Part(number: 1, size: 3 * mebibyte, bootable: true), Part(number: 2, size: 4096 * mebibyte),
                    Part(number: 3, size: nil), Part(number: 5, size: 249 * mebibyte),
                    Part(number: 6, size: 249 * mebibyte), Part(number: 7, size: 109 * mebibyte),
                    Part(number: 8, size: 285 * mebibyte), Part(number: 9, size: 2560 * mebibyte),
                ]
            ]
            lastFixed = 9
        }
    }

    /// The disk that has this layout; `nil` when none has. MAAS compares all partitions but the last.
    package func disk(of storage: NodeStorage) -> BlockDevice? {
        storage.physical.first { device in
            guard device.partitionTableType == "GPT" else { return false }
            let partitions = device.partitions.sorted { $0.id < $1.id }
            return variants.contains { variant in
                partitions.count >= variant.count
                    && zip(partitions, variant.dropLast()).allSatisfy { partition, part in
                        partition.bootable == part.bootable && part.size.map { $0 == partition.size } ?? true
                    }
            }
        }
    }
}

extension NodeStorage {
    /// Whether one of the layouts for VMware ESXi is on a disk.
    package var hasVMFSLayout: Bool {
        VMFSLayout(.vmfs6).disk(of: self) != nil || VMFSLayout(.vmfs7).disk(of: self) != nil
    }

    /// Whether a partition belongs to an image of VMware ESXi.
    package func isFixedVMFS(_ partition: Partition) -> Bool {
        [StorageLayout.Kind.vmfs7, .vmfs6].contains { kind in
            let layout = VMFSLayout(kind)
            return layout.disk(of: self)?.id == partition.deviceID && partition.number <= layout.lastFixed
        }
    }
}
