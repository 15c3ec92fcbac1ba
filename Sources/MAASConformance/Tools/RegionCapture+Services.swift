import Foundation
import MAASClient

/// What MAAS keeps beside nodes and networks.
extension RegionCapture {
    /// Every setting that has a value. MAAS has no list of them, but names them all where it refuses one.
    func settings() async throws -> JSON {
        var settings: [JSON.Member] = []
        for name in try await settingNames() {
            let query: Params = ["name": name]
            let answer = try await maas.client().send(APICall("GET", "maas/", op: "get_config", query: query))
            guard let value = try? JSON(parsing: answer.body), value != .null else { continue }
            if Self.isSecret(name) || Self.hasUserInfo(value.text ?? "") {
                omissions.add("secret settings", value.text == "" ? 0 : 1)
            } else {
                settings.append(.init(name, value))
            }
        }
        return .object(settings)
    }

    private func settingNames() async throws -> [String] {
        do {
            let query: Params = ["name": "no-such-setting"]
            _ = try await maas.client().send(APICall("GET", "maas/", op: "get_config", query: query))
        } catch let error as MAASError where error.status == 400 {
            let text = "\(error.refusal?.message ?? "") \(error.refusal?.fields.values.joined().joined() ?? "")"
            guard let found = text.firstMatch(of: /valid settings are: ([a-z0-9_, ]+)/) else { return [] }
            return found.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        return []
    }

    private static func isSecret(_ name: String) -> Bool {
        ["password", "secret", "token", "_key", "credential", "private"].contains { name.contains($0) }
    }

    /// Whether a URL says who asks, and with which password.
    private static func hasUserInfo(_ url: String) -> Bool {
        url.firstMatch(of: /:\/\/[^\/]*@/) != nil
    }

    func dhcpSnippets(_ names: NodeNames) async throws -> [JSON] {
        try await list("dhcp-snippets/").map { snippet in
            var kept = snippet.keeping(["id", "name", "value", "description", "enabled"])
            if let node = snippet.at("node.system_id")?.text.flatMap({ names.hostname($0) }) {
                kept.set("node", .string(node))
            }
            if let cidr = snippet.at("subnet.cidr") { kept.set("subnet", cidr) }
            return kept
        }
    }

    /// Scripts of users, with their newest text.
    func scripts() async throws -> [JSON] {
        try await list("scripts/", query: ["include_script": true]).filter { $0["default"] == .bool(false) }.compactMap
        { script in
            let history = script["history"]?.elements ?? []
            let newest = history.max { Self.number($0["id"]) < Self.number($1["id"]) }
            guard let data = newest?["data"]?.text.flatMap({ Data(base64Encoded: $0) }) else { return nil }
            let text = String(decoding: data, as: UTF8.self)
            var kept = script.keeping(["name"])
            kept.set("script", .string(text))
            // A text that describes itself says the rest, and may not be contradicted.
            guard !text.contains("MAAS 1.0 script metadata") else { return kept }
            for key in ["title", "description", "tags", "for_hardware", "packages", "hardware_type", "parallel"] {
                if let value = script[key], ![.null, .string(""), .array([]), .object([])].contains(value) {
                    kept.set(key, value)
                }
            }
            for key in ["destructive", "may_reboot", "recommission", "apply_configured_networking"] {
                if script[key] == .bool(true) { kept.set(key, .bool(true)) }
            }
            let kind = script["type_name"]?.text?.split(separator: " ").first?.lowercased()
            if let kind { kept.set("script_type", .string(kind)) }
            kept.set("timeout", .int(Self.seconds(script["timeout"]?.text ?? "")))
            return kept
        }
    }

    private static func number(_ value: JSON?) -> Int { if case .int(let number)? = value { number } else { 0 } }

    /// Seconds of a time span as MAAS writes it: `0:05:00`, `1 day, 0:00:00`.
    private static func seconds(_ span: String) -> Int {
        guard let found = span.firstMatch(of: /(?:([0-9]+) days?, )?([0-9]+):([0-9]+):([0-9]+)/) else { return 0 }
        func number(_ text: Substring?) -> Int { text.flatMap { Int($0) } ?? 0 }
        return ((number(found.1) * 24 + number(found.2)) * 60 + number(found.3)) * 60 + number(found.4)
    }

    func packageRepositories() async throws -> [JSON] {
        try await list("package-repositories/").compactMap { repository in
            guard !Self.hasUserInfo(repository["url"]?.text ?? "") else {
                omissions.add("package repositories whose URL holds a password")
                return nil
            }
            return repository.keeping([
                "id", "name", "url", "distributions", "components", "disabled_pockets", "disabled_components",
                "disable_sources", "arches", "key", "enabled",
            ])
        }
    }

    /// What users are told, by others or by MAAS, as the caller sees it.
    func notifications() async throws -> [JSON] {
        try await list("notifications/").map { notification in
            var kept = notification.keeping(["id", "message", "ident", "users", "admins", "category", "dismissable"])
            if let context = notification["context"], context.members?.isEmpty == false { kept.set("context", context) }
            if let user = notification.at("user.username")
                ?? notification["user"].flatMap({ $0.text == nil ? nil : $0 })
            {
                kept.set("user", user)
            }
            return kept
        }
    }

    func bootSources() async throws -> [JSON] {
        var sources: [JSON] = []
        for source in try await optionalList("boot-sources/") {
            var kept = source.keeping([
                "url", "keyring_filename", "keyring_data", "name", "priority", "enabled", "skip_keyring_verification",
            ])
            let id = source["id"]?.plain ?? ""
            let selections = try await optionalList("boot-sources/\(id)/selections/")
            kept.set(
                "selections",
                .array(selections.map { $0.keeping(["os", "release", "arches", "subarches", "labels"]) }))
            sources.append(kept)
        }
        return sources
    }

    /// Groups of users, which came with 3.8.
    func userGroups() async throws -> [JSON] {
        var groups: [JSON] = []
        for group in try await optionalList("groups/") {
            var kept = group.keeping(["id", "name", "description"])
            let path = "groups/\(group["id"]?.plain ?? "")/"
            kept.set(
                "members",
                .array(try await optionalList(path, op: "list_members").compactMap { $0["username"] }))
            kept.set(
                "entitlements",
                .array(
                    try await optionalList(path, op: "list_entitlements").map {
                        $0.keeping(["resource_type", "resource_id", "entitlement"])
                    }))
            groups.append(kept)
        }
        return groups
    }

    /// Counts what is there and goes into no fixture.
    func countOmissions(users: [JSON], images: [JSON]) async throws {
        omissions.add("passwords and API keys of users, who get new keys", users.count)
        omissions.add("contents of uploaded images", images.count { $0["type"]?.text == "Uploaded" })
        omissions.add("licence keys", try await optionalList("license-keys/").count)
        omissions.add("files", try await optionalList("files/").count)
    }
}
