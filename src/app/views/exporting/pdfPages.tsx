/** A PDF's pages as they will be, drawn by the app itself: frames like ours may not show a PDF. */
import type { Picture, PicturePage } from '../../../export/pdf/picture.ts';
import '../styles/pdfPages.css';

interface Props {
  readonly picture: Picture;
}

export function PdfPages({ picture }: Props) {
  const { pages } = picture;
  return (
    // It can be scrolled with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <section class="pdf-pages" tabIndex={0} aria-label="The document, page by page" data-testid="preview">
      {pages.map((page, index) => (
        <Page key={index} page={page} picture={picture} name={`Page ${index + 1} of ${pages.length}`} />
      ))}
    </section>
  );
}

interface PageProps extends Props {
  readonly page: PicturePage;
  readonly name: string;
}

function Page({ page, picture: { width, height }, name }: PageProps) {
  return (
    <figure class="pdf-page">
      <svg viewBox={`0 0 ${width} ${height}`}>
        <title>{name}</title>
        {page.boxes.map(({ colour, ...box }, index) => (
          <rect key={index} {...box} fill={`#${colour}`} />
        ))}
        {page.texts.map(({ text, x, y, size, width: own, strong, colour }, index) => (
          <text
            key={index}
            x={x}
            y={y}
            font-size={size}
            font-weight={strong ? 600 : 400}
            fill={`#${colour}`}
            {...(own && text.trim() !== '' ? { textLength: own, lengthAdjust: 'spacingAndGlyphs' } : {})}
          >
            {text}
          </text>
        ))}
      </svg>
    </figure>
  );
}
