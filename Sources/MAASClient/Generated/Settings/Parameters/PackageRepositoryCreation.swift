// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST package-repositories/`: add a repository.
public struct PackageRepositoryCreation: OperationParameters {
    /// Name, unique.
    public var name: String
    /// URL or ppa:owner/name.
    public var url: String
    /// Distributions, list.
    public var distributions: [String]?
    /// Updates, security, backports.
    public var disabledPockets: [String]?
    /// Components of a custom repository, list.
    public var components: [String]?
    /// Restricted, universe, multiverse; of the default archives only.
    public var disabledComponents: [String]?
    /// Architectures, list.
    public var arches: [String]?
    /// Public key that signs it.
    public var key: String?
    /// No deb-src lines.
    public var disableSources: Bool?
    /// Whether it is used.
    public var enabled: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `name`, `url`.
    public init(
        name: String, url: String, distributions: [String]? = nil, disabledPockets: [String]? = nil,
        components: [String]? = nil, disabledComponents: [String]? = nil, arches: [String]? = nil, key: String? = nil,
        disableSources: Bool? = nil, enabled: Bool? = nil
    ) {
        self.name = name
        self.url = url
        self.distributions = distributions
        self.disabledPockets = disabledPockets
        self.components = components
        self.disabledComponents = disabledComponents
        self.arches = arches
        self.key = key
        self.disableSources = disableSources
        self.enabled = enabled
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("url", url)
        params.set("distributions", joined: distributions)
        params.set("disabled_pockets", joined: disabledPockets)
        params.set("components", joined: components)
        params.set("disabled_components", joined: disabledComponents)
        params.add("arches", each: arches)
        params.set("key", key)
        params.set("disable_sources", disableSources)
        params.set("enabled", enabled)
        params.merge(others)
        return params
    }
}
