using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Names types in JSON as <see cref="TypeNameAssemblyFormatHandling.Simple"/> does, with the name of each type put together once and not for every
/// object. To be used with <see cref="TypeNameAssemblyFormatHandling.Full"/>, which takes names as they are.
/// </summary>
internal sealed partial class TypeNames : DefaultSerializationBinder
{
    private readonly ConcurrentDictionary<Type, string> _names = new();

    public static JsonSerializer CreateSerializer() => new()
    {
        TypeNameHandling = TypeNameHandling.All,
        TypeNameAssemblyFormatHandling = TypeNameAssemblyFormatHandling.Full,
        SerializationBinder = new TypeNames(),
        MaxDepth = null,
    };

    public override void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        assemblyName = null;
        typeName = _names.GetOrAdd(serializedType, static type => AssemblyDetails().Replace(type.AssemblyQualifiedName ?? type.Name, string.Empty));
    }

    [GeneratedRegex(@", (?:Version|Culture|PublicKeyToken)=[^,\]]+", RegexOptions.CultureInvariant)]
    private static partial Regex AssemblyDetails();
}
