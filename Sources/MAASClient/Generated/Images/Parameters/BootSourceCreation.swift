// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// The parameters of `POST boot-sources/`: add a source.
public struct BootSourceCreation: OperationParameters {
    /// Where the stream is.
    public var url: String
    /// Since 3.8: its name, the URL without it.
    public var name: String?
    /// Since 3.8: which source goes first.
    public var priority: Int?
    /// Since 3.8: whether images are taken from it.
    public var enabled: Bool?
    /// Since 3.8: whether signatures are left unchecked.
    public var skipKeyringVerification: Bool?
    /// Path of the keyring.
    public var keyringFilename: String?
    /// The keyring, a file.
    public var keyringData: Data?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `url`.
    public init(
        url: String, name: String? = nil, priority: Int? = nil, enabled: Bool? = nil,
        skipKeyringVerification: Bool? = nil, keyringFilename: String? = nil, keyringData: Data? = nil
    ) {
        self.url = url
        self.name = name
        self.priority = priority
        self.enabled = enabled
        self.skipKeyringVerification = skipKeyringVerification
        self.keyringFilename = keyringFilename
        self.keyringData = keyringData
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("url", url)
        params.set("name", name)
        params.set("priority", priority)
        params.set("enabled", enabled)
        params.set("skip_keyring_verification", skipKeyringVerification)
        params.set("keyring_filename", keyringFilename)
        params.merge(others)
        return params
    }

    /// What is sent as files.
    var files: [FilePart] {
        [
            keyringData.map { FilePart("keyring_data", filename: "keyring_data", content: $0) }
        ].compactMap(\.self)
    }
}
