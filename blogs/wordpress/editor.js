// The block in the editor of WordPress: its settings, the text that an author writes in it, and the widget as readers see it.
// Knows the editor by its globals, and the element by its attributes. Needs no build step.

(({ blockEditor, blocks, components, element, i18n }) => {
  const { createElement: make, useState } = element;
  const { __ } = i18n;
  const ladders = window.fixLadders || [];

  /** The text that is written in the block becomes these blocks. */
  const TEMPLATE = [
    ["core/heading", { level: 2, placeholder: __("The problem, in the words of your reader", "fix-ladder") }],
    ["core/paragraph", { placeholder: __("How to recognise it.", "fix-ladder") }],
    ["core/heading", { level: 3, placeholder: __("The first fix", "fix-ladder") }],
    ["core/list", { ordered: true }],
  ];

  function settings({ attributes, setAttributes }) {
    const field = (name, kind, more) =>
      make(kind, { key: name, value: attributes[name], onChange: (value) => setAttributes({ [name]: value }), ...more });
    const options = [
      { value: "", label: __("What is written in this block", "fix-ladder") },
      ...ladders.map(({ id, title }) => ({ value: id, label: title })),
    ];
    const themes = [
      { value: "", label: __("As the page has it", "fix-ladder") },
      { value: "light", label: __("Light", "fix-ladder") },
      { value: "dark", label: __("Dark", "fix-ladder") },
    ];
    return make(
      blockEditor.InspectorControls,
      { key: "settings" },
      make(
        components.PanelBody,
        { title: __("Ladder", "fix-ladder") },
        field("ladder", components.SelectControl, { label: __("Ladder", "fix-ladder"), options }),
        field("src", components.TextControl, {
          label: __("Address of a document", "fix-ladder"),
          help: __("It goes before the choice above.", "fix-ladder"),
        }),
        field("theme", components.SelectControl, { label: __("Theme", "fix-ladder"), options: themes }),
        field("anchor", components.TextControl, {
          label: __("Name of the ladder", "fix-ladder"),
          help: __("Small letters and hyphens. Readers’ ticks are kept under it, so do not change it later.", "fix-ladder"),
        }),
      ),
    );
  }

  /** The widget itself, which nobody can press here: what an author ticks would be kept as if they were a reader. */
  function Preview({ attributes: { ladder, src, theme, anchor }, html }) {
    const named = Object.entries({ ladder, src, theme, id: anchor }).filter(([, value]) => value);
    const attributes = { ...Object.fromEntries(named), loading: "eager", dangerouslySetInnerHTML: { __html: html } };
    // Another text is another widget.
    return make("div", { inert: "" }, make("fix-ladder", { key: JSON.stringify([named, html]), ...attributes }));
  }

  function Edit(props) {
    const [isPreview, setPreview] = useState(false);
    const { attributes, clientId } = props;
    const isNamed = Boolean(attributes.ladder || attributes.src);
    const block = wp.data.useSelect((select) => select("core/block-editor").getBlock(clientId), [clientId]);
    const inside = block && block.innerBlocks.length ? blocks.serialize(block.innerBlocks) : "";
    // Comments of the editor say nothing to readers.
    const html = inside.replace(/<!-- \/?wp:[^>]*-->\n?/g, "");
    const toolbar = make(
      blockEditor.BlockControls,
      { key: "toolbar" },
      make(
        components.ToolbarGroup,
        null,
        make(components.ToolbarButton, { isPressed: isPreview, onClick: () => setPreview(!isPreview) }, __("Preview", "fix-ladder")),
      ),
    );
    const written = make(blockEditor.InnerBlocks, { key: "written", template: isNamed ? undefined : TEMPLATE });
    const label = make("p", { key: "label", className: "components-placeholder__label" }, __("For feeds, and for readers without scripts:", "fix-ladder"));
    const shown = make(Preview, { key: "preview", attributes, html: isNamed ? "" : html });
    const parts = isNamed ? [shown, !isPreview && label, !isPreview && written] : [isPreview ? shown : written];
    return make("div", blockEditor.useBlockProps(), settings(props), toolbar, ...parts);
  }

  blocks.registerBlockType("fix-ladder/ladder", {
    edit: Edit,
    save: () => make(blockEditor.InnerBlocks.Content),
  });
})(window.wp);
