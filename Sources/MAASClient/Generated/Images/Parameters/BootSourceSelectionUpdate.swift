// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT boot-sources/{boot_source_id}/selections/{id}/`: change a selection.
public struct BootSourceSelectionUpdate: OperationParameters {
    /// Operating system.
    public var os: String?
    /// Release.
    public var release: String?
    /// Architectures, repeated.
    public var arches: [String]?
    /// Subarchitectures, repeated.
    public var subarches: [String]?
    /// Labels, repeated.
    public var labels: [String]?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        os: String? = nil, release: String? = nil, arches: [String]? = nil, subarches: [String]? = nil,
        labels: [String]? = nil
    ) {
        self.os = os
        self.release = release
        self.arches = arches
        self.subarches = subarches
        self.labels = labels
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("os", os)
        params.set("release", release)
        params.add("arches", each: arches)
        params.add("subarches", each: subarches)
        params.add("labels", each: labels)
        params.merge(others)
        return params
    }
}
