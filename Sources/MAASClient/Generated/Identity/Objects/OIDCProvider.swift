// Written by script/generate-client.py; change Description/objects.json instead.

/// A provider of single sign-on, since MAAS 3.8. Its secret is among what is not named here.
public struct OIDCProvider: MAASObject {
    /// Names the provider in paths.
    public var id: Int
    /// Unique.
    public var name: String
    /// Its URL.
    public var issuerURL: String?
    /// What MAAS is called there.
    public var clientID: String?
    /// Whether it is used; one at most is.
    public var enabled: Bool?
    /// `JWT` or `Opaque`.
    public var tokenType: String?
    /// `Generic`, `EntraID`, `Auth0` or `Keycloak`.
    public var vendor: String?
    /// Where users come back to.
    public var redirectURI: String?
    /// What is asked for, parted by blanks.
    public var scopes: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, issuerURL: String? = nil, clientID: String? = nil, enabled: Bool? = nil,
        tokenType: String? = nil, vendor: String? = nil, redirectURI: String? = nil, scopes: String? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.issuerURL = issuerURL
        self.clientID = clientID
        self.enabled = enabled
        self.tokenType = tokenType
        self.vendor = vendor
        self.redirectURI = redirectURI
        self.scopes = scopes
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        issuerURL = try reader.optional("issuer_url")
        clientID = try reader.optional("client_id")
        enabled = try reader.optional("enabled")
        tokenType = try reader.optional("token_type")
        vendor = try reader.optional("vendor")
        redirectURI = try reader.optional("redirect_uri")
        scopes = try reader.optional("scopes")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("issuer_url", issuerURL)
        try writer.write("client_id", clientID)
        try writer.write("enabled", enabled)
        try writer.write("token_type", tokenType)
        try writer.write("vendor", vendor)
        try writer.write("redirect_uri", redirectURI)
        try writer.write("scopes", scopes)
    }
}
