import Formats
import SQLite

/// What MAAS's installer would be told about a machine, as YAML (MAAS's `get_curtin_merged_config`).
package struct CurtinConfiguration {
    typealias Map = [String: JSONValue]

    package let text: String

    /// - Parameter host: How whoever asks reaches the region, with the port; the scheme is HTTP.
    package init(_ state: RegionState, _ node: Node, host: String) throws {
        let db = state.db
        let system = try CurtinSystem(db, node)
        let metadata = try MetadataAccess(state, node, host: host)
        var config: Map = [
            "storage": .object([
                "config": .array(
                    CurtinStorage(try NodeStorage(db, node: node), bootMethod: try node.bootMethod(db)).actions
                        .map(JSONValue.object)), "version": .integer(1),
            ]),
            "partitioning_commands": .object([
                "builtin": .array([.string("curtin"), .string("block-meta"), .string("custom")])
            ]),
            "reporting": .object(metadata.reporting),
            "install": .object([
                "log_file": .string("/tmp/install.log"), "error_tarfile": .string("/tmp/curtin-logs.tar"),
                "post_files": .array([.string("/tmp/install.log"), .string("/tmp/curtin-logs.tar")]),
            ]),
            "cloudconfig": .object(try Self.cloudConfiguration(db, node, metadata)),
            "debconf_selections": .object([
                "grub2": .string("grub2   grub2/update_nvram  boolean false"),
                "maas": .string(metadata.debconf(isDeploying: node.status == .deploying)),
            ]),
            "late_commands": .object(system.lateCommands(metadata)),
        ]
        let version = try system.networkVersion(state)
        let network = try CurtinNetwork(db, node, version: version, routesBySource: version == 2)
        config.merge(try network.configuration()) { old, _ in old }
        if let commands = system.earlyCommands { config["early_commands"] = .object(commands) }
        if system.takesArchives {
            let proxy = try Self.proxy(state, host: host)
            config["apt"] = .object(try CurtinArchives(state, node, system, proxy: proxy).configuration)
        }
        if let size = try Self.swap(db, node, system) { config["swap"] = .object(["size": .string(size)]) }
        if !system.isCustom, let package = try BootResource.kernelPackage(db, for: node) {
            config["kernel"] = .object(["package": .string(package), "mapping": .object([:])])
        }
        if try Configuration.flag("curtin_verbose", state) {
            config["verbosity"] = .integer(3)
            config["showtrace"] = .bool(true)
        }
        if state.version.has(.kernelCrashDumps) {
            config["kernel-crash-dumps"] = .object(["enabled": .bool(node.enableKernelCrashDump)])
        }
        text = (YAMLText.mapping(config) + [""]).joined(separator: "\n")
    }

    /// What packages are fetched through (`get_apt_proxy`): the proxy that the settings name, unless the region's own is
    /// to stand before it; else the region's.
    private static func proxy(_ state: RegionState, host: String) throws -> String? {
        guard try Configuration.flag("enable_http_proxy", state) else { return nil }
        let other = try Configuration.value("http_proxy", state)?.string ?? ""
        if !other.isEmpty, try !Configuration.flag("use_peer_proxy", state) { return other }
        let port = try Configuration.value("maas_proxy_port", state)?.integer ?? 0
        return "http://\(MetadataAccess.name(of: host)):\(port == 0 ? 8000 : port)/"
    }

    /// The size of the file to swap to; `nil` where the installer decides (`compose_curtin_swap_preseed`).
    private static func swap(_ db: Connection, _ node: Node, _ system: CurtinSystem) throws -> String? {
        if system.isCustom { return nil }
        if let size = node.swapSize { return "\(size)B" }
        let storage = try NodeStorage(db, node: node)
        return storage.filesystems.contains { $0.fstype == "swap" } ? "0B" : nil
    }

    /// Files for cloud-init.
    private static func cloudConfiguration(_ db: Connection, _ node: Node, _ metadata: MetadataAccess) throws -> Map {
        func file(_ name: String, _ content: String) -> JSONValue {
            .object(["path": .string("/etc/cloud/cloud.cfg.d/\(name).cfg"), "content": .string(content)])
        }
        func document(_ members: Map) -> String {
            "#cloud-config\n" + YAMLText.mapping(members).map { $0 + "\n" }.joined()
        }
        var files: Map = [
            "maas-datasource": file("90_maas_datasource", "datasource_list: [ MAAS ]"),
            "maas-cloud-config": file("90_maas_cloud_config", document(metadata.datasource)),
            "maas-reporting": file(
                "90_maas_cloud_init_reporting", document(["reporting": .object(metadata.reporting)])),
        ]
        if let owner = try node.ownerID.flatMap({ try User.find(db, id: $0) }), !owner.email.isEmpty {
            files["maas-ubuntu-sso"] = file(
                "90_maas_ubuntu_sso", document(["snap": .object(["email": .string(owner.email)])]))
        }
        return files
    }
}
