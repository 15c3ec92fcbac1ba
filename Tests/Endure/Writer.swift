import Foundation
import HTTPClient
import ProgramTesting
import TestSupport

/// One who writes things of its own, and knows what the region must hold of them.
actor Writer {
    enum Kind: String, CaseIterable { case zone, machine, address }

    struct Key: Hashable {
        let kind: Kind
        let name: String

        init(_ kind: Kind, _ name: Any?) { (self.kind, self.name) = (kind, name as? String ?? "") }
    }

    /// A thing as the region shows it.
    struct Found {
        let text: String
        /// As paths name it.
        let id: String

        init(_ text: Any?, id: Any?) { (self.text, self.id) = (text as? String ?? "", id as? String ?? "") }
    }

    /// Where addresses are reserved.
    static let subnet = "10.99.0.0/16"

    /// What a thing may be: one text once an answer has come, several while none has; `nil` is a thing that is not there.
    private var possible: [Key: Set<String?>] = [:]
    /// As paths name them.
    private var systemIDs: [String: String] = [:]
    private var hosts: [Int] = []
    private var findings: [String] = []
    private var count = 0
    private var random: SeededGenerator
    private let number: Int
    private(set) var answered = 0
    private(set) var leftOpen = 0

    init(number: Int, random: SeededGenerator) {
        self.number = number
        self.random = random
    }

    func takeFindings() -> [String] {
        defer { findings = [] }
        return findings
    }

    /// Writes one thing; false when no answer came.
    func write(_ api: EmulatorAPI) async -> Bool {
        let kind = random.one(of: [Kind.zone, .zone, .machine, .address])
        let mine = possible.filter { $0.key.kind == kind && $0.value.first.map { $0 != nil } ?? false }.keys
            .sorted { $0.name < $1.name }
        guard !mine.isEmpty, random.chance(mine.count > 5 ? 90 : 60) else { return await make(kind, api) }
        let key = random.one(of: mine)
        return kind == .address || random.chance(50) ? await remove(key, api) : await change(key, api)
    }

    private func make(_ kind: Kind, _ api: EmulatorAPI) async -> Bool {
        count += 1
        let text = "t\(count)"
        switch kind {
        case .zone:
            let key = Key(.zone, "w\(number)z\(count)")
            return await send(api, "POST", "zones/", ["name": key.name, "description": text], key, becomes: text)
        case .machine:
            let key = Key(.machine, "w\(number)m\(count)")
            return await send(
                api, "POST", "vm-hosts/\(random.one(of: hosts))/?op=compose",
                ["hostname": key.name, "cores": "1", "memory": "1024", "storage": "4"], key, becomes: "")
        case .address:
            let key = Key(.address, "10.99.\(number).\(1 + count % 250)")
            guard possible[key] == nil else { return true }
            return await send(
                api, "POST", "ipaddresses/?op=reserve", ["ip": key.name], key, becomes: "")
        }
    }

    private func change(_ key: Key, _ api: EmulatorAPI) async -> Bool {
        count += 1
        let text = "t\(count)"
        let path = key.kind == .zone ? "zones/\(key.name)/" : "machines/\(systemIDs[key.name] ?? "")/"
        return await send(api, "PUT", path, ["description": text], key, becomes: text)
    }

    private func remove(_ key: Key, _ api: EmulatorAPI) async -> Bool {
        switch key.kind {
        case .zone: await send(api, "DELETE", "zones/\(key.name)/", nil, key, becomes: nil)
        case .machine: await send(api, "DELETE", "machines/\(systemIDs[key.name] ?? "")/", nil, key, becomes: nil)
        case .address: await send(api, "POST", "ipaddresses/?op=release", ["ip": key.name], key, becomes: nil)
        }
    }

    private func send(
        _ api: EmulatorAPI, _ method: String, _ path: String, _ form: [String: String]?, _ key: Key,
        becomes text: String?
    ) async -> Bool {
        let before = possible[key] ?? [nil]
        possible[key] = before.union([text])
        guard let answer = try? await api.admin(method, path, form: form) else {
            leftOpen += 1
            return false
        }
        answered += 1
        // A host that has no room says so with 503.
        if answer.status >= 500, answer.status != 503 {
            findings.append("\(method) \(path): \(answer.status) \(answer.text.prefix(300))")
        }
        possible[key] = answer.status < 300 ? [text] : before
        if let id = answer.object["system_id"] as? String { systemIDs[key.name] = id }
        if possible[key] == [nil] { possible[key] = nil }
        return true
    }

    /// Holds what there is against what there may be, and takes it for what there is.
    func compare(_ found: [Key: Found], hosts: [Int]) -> [String] {
        self.hosts = hosts
        var wrong: [String] = []
        for (key, texts) in possible where !texts.contains(found[key]?.text) {
            wrong.append("\(key.kind) \(key.name) is \(found[key]?.text ?? "not there"), and not one of \(texts)")
        }
        for (key, thing) in found where isMine(key) && possible[key] == nil {
            wrong.append("\(key.kind) \(key.name) is there (\(thing.text)), and was taken away")
        }
        possible = [:]
        for (key, thing) in found where isMine(key) {
            possible[key] = [thing.text]
            systemIDs[key.name] = thing.id
        }
        return wrong
    }

    private func isMine(_ key: Key) -> Bool {
        switch key.kind {
        case .zone: key.name.hasPrefix("w\(number)z")
        case .machine: key.name.hasPrefix("w\(number)m")
        case .address: key.name.hasPrefix("10.99.\(number).")
        }
    }
}
