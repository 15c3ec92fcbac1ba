/// The order of the installer's actions.
extension CurtinStorage {
    private static func needs(_ action: Action) -> [String] {
        let lists = ["devices", "spare_devices"].flatMap { action[$0]?.strings ?? [] }
        let keys =
            switch action["type"]?.string {
            case "partition": ["device"]
            case "format": ["volume"]
            case "lvm_partition": ["volgroup"]
            case "bcache": ["backing_device", "cache_device"]
            default: [String]()
            }
        return lists + keys.compactMap { action[$0]?.string }
    }

    /// Moves every action that comes before something it needs to right behind that, until none does.
    package static func ordered(_ actions: [Action]) -> [Action] {
        var actions = actions
        let known = Set(actions.compactMap { $0["id"]?.string })
        // Each move settles one action at least; the bound keeps what needs itself from going round for ever.
        for _ in 0..<(actions.count * actions.count + 1) {
            guard let (index, need) = misplaced(actions, known) else { break }
            let action = actions.remove(at: index)
            let place = actions.firstIndex { $0["id"]?.string == need } ?? actions.count - 1
            actions.insert(action, at: place + 1)
        }
        return actions
    }

    private static func misplaced(_ actions: [Action], _ known: Set<String>) -> (index: Int, need: String)? {
        var above: Set<String> = []
        for (index, action) in actions.enumerated() {
            if let need = needs(action).first(where: { known.contains($0) && !above.contains($0) }) {
                return (index, need)
            }
            if let id = action["id"]?.string { above.insert(id) }
        }
        return nil
    }
}
