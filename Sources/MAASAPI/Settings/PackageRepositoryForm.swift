import Formats
import MAASRegion
import SQLite

/// What MAAS demands of a package repository (`forms/packagerepository.py`).
struct PackageRepositoryForm {
    private var form: Form
    private let old: PackageRepository?

    init(_ parameters: Parameters, _ old: PackageRepository?) {
        form = Form(parameters)
        self.old = old
    }

    /// What to store.
    /// - Throws: `Refusal` with everything that is wrong.
    package mutating func values(_ db: Connection) throws -> PackageRepository.Values {
        let isNew = old == nil
        let name = form.text("name", required: isNew || form.isSent("name"), maxLength: 41)
        let url = form.repositoryURL("url", required: isNew || form.isSent("url"))
        let distributions = list("distributions", old?.distributions)
        let pockets = disabled("disabled_pockets", "pocket", PackageRepository.pockets, old?.disabledPockets)
        let disabledComponents = disabledComponents()
        let components = components()
        let arches = arches(name: name.value)
        let key = form.text("key")
        let disableSources = form.checkbox("disable_sources").or(old?.disableSources ?? false)
        let enabled = form.checkbox("enabled").or(old?.enabled ?? true)
        if old?.isDefault ?? false, !enabled { form.addToAll("Default repositories may not be disabled.") }
        refuseBlanks("distributions", distributions)
        refuseBlanks("components", components)
        let holder = try name.value.flatMap { try PackageRepository.find(db, name: $0)?.id }
        form.refuseDuplicate("name", of: "Package repository", heldBy: holder, besides: old?.id)
        try form.check()
        for word in distributions + components { try Refusal.refuseNUL(in: word) }
        var values = PackageRepository.Values()
        values.name = name.or(old?.name ?? "")
        values.url = url.or(old?.url ?? "")
        values.distributions = distributions
        values.disabledPockets = pockets
        values.disabledComponents = disabledComponents
        values.disableSources = disableSources
        values.components = components
        values.arches = arches
        values.key = key.orKeep(old?.key) ?? ""
        values.enabled = enabled
        return values
    }

    /// The items of a list that may come as several fields, and each of these parted by commas.
    private func list(_ name: String, _ old: [String]?) -> [String] {
        guard form.isSent(name) else { return old ?? [] }
        return form.parameters.all(name).flatMap { text in
            text.split(separator: ",", omittingEmptySubsequences: false).map(\.strippedOfBlanks)
        }
    }

    /// Lists of things switched off are emptied by an empty value.
    private func clearable(_ name: String, _ old: [String]?) -> [String] {
        let values = list(name, old)
        return [[""], ["None"], ["[]"]].contains(values) ? [] : values
    }

    private mutating func disabled(_ name: String, _ kind: String, _ known: [String], _ old: [String]?) -> [String] {
        let values = clearable(name, old)
        if let bad = values.first(where: { !known.contains($0) }) {
            let list = known.map { "'\($0)'" }.joined(separator: ", ")
            form.add(name, "'\(bad)' is not a valid Ubuntu archive \(kind). You can only disable [\(list)].")
        }
        return values
    }

    private mutating func disabledComponents() -> [String] {
        let name = "disabled_components"
        if !(old?.isDefault ?? false), !clearable(name, old?.disabledComponents).isEmpty {
            form.add(name, "This is a custom repository. Please update 'components' instead.")
            return []
        }
        return disabled(name, "component", PackageRepository.components, old?.disabledComponents)
    }

    private mutating func components() -> [String] {
        let values = list("components", old?.components)
        if old?.isDefault ?? false, !values.isEmpty {
            form.add(
                "components", "This is a default Ubuntu repository. Please update 'disabled_components' instead.")
            return []
        }
        return values
    }

    private mutating func arches(name: String?) -> [String] {
        let values = list("arches", old?.arches)
        let known = PackageRepository.mainArches + PackageRepository.portsArches
        if let bad = values.first(where: { !known.contains($0) }) {
            let list = known.sorted().joined(separator: ", ")
            form.add("arches", "'\(bad)' is not a valid architecture. Known architectures: \(list)")
        }
        if !values.isEmpty { return values }
        return (name ?? old?.name) == "ports_archive" ? PackageRepository.portsArches : PackageRepository.mainArches
    }

    /// MAAS's database takes no empty items.
    private mutating func refuseBlanks(_ name: String, _ values: [String]) {
        guard let blank = values.firstIndex(of: ""), !form.errors.contains(name) else { return }
        form.add(name, "Item \(blank + 1) in the array did not validate: This field cannot be blank.")
    }
}
