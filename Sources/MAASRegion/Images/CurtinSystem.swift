import Formats
import SQLite

/// The system that a machine gets, as far as its installation goes by it.
struct CurtinSystem {
    /// What the machine was told to get.
    private let osystem: String
    /// What it is made of, for an image of somebody's own.
    let base: String
    let series: String
    private let isMainframe: Bool
    private let bootDisk: String?

    init(_ db: Connection, _ node: Node) throws {
        osystem = node.osystem
        isMainframe = node.architecture.contains("s390x")
        bootDisk = isMainframe ? try NodeStorage(db, node: node).bootDisk?.name : nil
        let image = try BootResource.all(db).first { resource in
            node.osystem == "custom" && resource.name == node.distroSeries
        }
        let parts = (image?.baseImage ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        base = parts.first ?? node.osystem
        series = parts.count > 1 ? parts[1] : node.distroSeries
    }

    var isCustom: Bool { osystem == "custom" }
    var takesArchives: Bool { ["ubuntu", "custom"].contains(base) }

    /// Whether its archives are named in the format of 24.04.
    var namesSourcesByFields: Bool {
        osystem == "ubuntu" && isSince("24.04", unknown: true)
    }

    /// The form in which it is told of its network (`get_network_yaml_settings`).
    func networkVersion(_ state: RegionState) throws -> Int {
        if try Configuration.flag("force_v1_network_yaml", state) { return 1 }
        switch base {
        case "ubuntu": return isSince("16.04", unknown: false) ? 2 : 1
        case "ubuntu-core": return 2
        default: return 1
        }
    }

    /// Whether it is a release of Ubuntu that is not older than a version.
    private func isSince(_ version: String, unknown: Bool) -> Bool {
        guard let release = UbuntuRelease.all.first(where: { $0.series == series }) else { return unknown }
        let least = version.split(separator: ".").compactMap { Int($0) }
        return !release.numbers.lexicographicallyPrecedes(least)
    }

    /// What is done before the installation.
    var earlyCommands: [String: JSONValue]? {
        guard !["custom", "centos", "ol", "suse", "windows"].contains(osystem) else { return nil }
        return ["driver_00": Self.command("sh", "-c", "echo third party drivers not installed or necessary.")]
    }

    /// What is done after it: the machine says that it need not boot from the network any more.
    func lateCommands(_ metadata: MetadataAccess) -> [String: JSONValue] {
        var commands = [
            "maas": Self.command(
                "wget", "--no-proxy", metadata.nodeURL, "--post-data", "op=netboot_off", "-O", "/dev/null")
        ]
        if let bootDisk { commands["maas_00"] = .string("chreipl node /dev/\(bootDisk)") }
        guard isCustom else { return commands }
        let checks = [("98", "cloud-init", "cloud-init --version"), ("99", "netplan", "netplan info")]
        for (priority, name, command) in checks.prefix(base == "ubuntu" ? 2 : 1) {
            let missing = "not detected, MAAS will not be able to configure this machine properly"
            commands["\(priority)-validate-custom-image-has-\(name)"] = Self.command(
                "curtin", "in-target", "--", "bash", "-c", "\(command) || (echo \"\(name) \(missing)\" && exit 1)")
        }
        return commands
    }

    private static func command(_ words: String...) -> JSONValue { .array(words.map(JSONValue.string)) }
}

extension BootResource {
    /// The package of the kernel that a machine shall boot, where its image names one (`get_kpackage_for_node`).
    static func kernelPackage(_ db: Connection, for node: Node) throws -> String? {
        guard let kernel = node.hweKernel, !kernel.isEmpty else { return nil }
        let parts = kernel.split(separator: "-").map(String.init)
        if kernel.contains("hwe-rolling") {
            let isEdge = parts.last == "edge"
            let plain = isEdge ? 3 : 2
            let flavor = parts.count == plain ? "generic" : isEdge ? parts[parts.count - 2] : parts.last ?? "generic"
            return "linux-\(flavor)-hwe-rolling\(isEdge ? "-edge" : "")"
        }
        let arch = node.architecture.prefix { $0 != "/" }
        let name = "\(node.osystem)/\(node.distroSeries)"
        let image = try all(db).first { $0.name == name && $0.architecture == "\(arch)/\(kernel)" }
        return image?.extra["kpackage"]?.string
    }
}
