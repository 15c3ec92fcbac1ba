import Formats
import SQLite

/// Where an installed machine takes its packages from (MAAS's `get_archive_config`).
struct CurtinArchives {
    let configuration: [String: JSONValue]

    init(_ state: RegionState, _ node: Node, _ system: CurtinSystem, proxy: String?) throws {
        let arch = String(node.architecture.prefix { $0 != "/" })
        let all = try PackageRepository.all(state.db)
        let archive = all.first { $0.isDefault && $0.arches.contains(arch) } ?? all.first(where: \.isDefault)
        var sources: [String: JSONValue] = [:]
        var config: [String: JSONValue] = ["preserve_sources_list": .bool(false)]
        if let archive {
            let byFields = system.namesSourcesByFields && state.version.has(.archivesByFields)
            config["sources_list"] = .string(byFields ? Self.fields(archive) : Self.lines(archive))
            if !archive.key.isEmpty { sources["archive_key"] = .object(["key": .string(archive.key)]) }
        }
        for repository in all where !repository.isDefault && repository.enabled && repository.arches.contains(arch) {
            var source: [String: JSONValue] = ["source": .string(Self.source(repository))]
            if !repository.key.isEmpty { source["key"] = .string(repository.key) }
            sources[Self.fileName(repository)] = .object(source)
        }
        config["sources"] = .object(sources)
        if let proxy { config["proxy"] = .string(proxy) }
        configuration = config
    }

    private static func components(_ archive: PackageRepository) -> String {
        (["main"] + PackageRepository.components.filter { !archive.disabledComponents.contains($0) })
            .joined(separator: " ")
    }

    private static func pockets(_ archive: PackageRepository) -> [String] {
        PackageRepository.pockets.filter { !archive.disabledPockets.contains($0) }
    }

    private static func fields(_ archive: PackageRepository) -> String {
        let suites = (["$RELEASE"] + pockets(archive).map { "$RELEASE-\($0)" }).joined(separator: " ")
        var text = "Types: \(archive.disableSources ? "deb" : "deb deb-src")\nURIs: \(archive.url)\n"
        text += "Suites: \(suites)\nComponents: \(components(archive))\n"
        if archive.key.isEmpty { text += "Signed-By: /usr/share/keyrings/ubuntu-archive-keyring.gpg\n" }
        return text
    }

    private static func lines(_ archive: PackageRepository) -> String {
        let components = components(archive)
        return (["$RELEASE"] + pockets(archive).map { "$RELEASE-\($0)" }).map { suite in
            let rest = "\(archive.url) \(suite) \(components)\n"
            return "deb \(rest)\(archive.disableSources ? "# " : "")deb-src \(rest)"
        }.joined()
    }

    private static func source(_ repository: PackageRepository) -> String {
        if repository.url.hasPrefix("ppa:") { return repository.url }
        if repository.url.contains("ppa.launchpad.net") { return "deb \(repository.url) $RELEASE main" }
        let components = repository.components.isEmpty ? "main" : repository.components.joined(separator: " ")
        if repository.distributions.isEmpty { return "deb \(repository.url) $RELEASE \(components)" }
        return repository.distributions.map { "deb \(repository.url) \($0) \(components)" }.joined(separator: "\n")
    }

    private static func fileName(_ repository: PackageRepository) -> String {
        let name = repository.name.filter { !"'!@#$[]{}".contains($0) }
        return "\(name)_\(repository.id)".trimmingPrefix { $0.isWhitespace }.replacing(" ", with: "_").lowercased()
    }
}
