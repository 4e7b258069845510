using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>Pictures in a row, like a gallery.</summary>
public class AdaptiveImageSet : AdaptiveElement
{
    public const string TypeName = "ImageSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveImage> Images { get; set; } = [];

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveImageSize ImageSize { get; set; }
}
